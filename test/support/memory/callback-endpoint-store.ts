import type {
  CallbackEndpoint,
  CallbackEndpointStore,
} from '../../../db/callback-endpoint-store.js';

export function createMemoryCallbackEndpointStore(): CallbackEndpointStore {
  const rows = new Map<string, CallbackEndpoint>();
  return {
    readEndpoint: (code) => Promise.resolve(rows.get(code) ?? null),
    saveEndpoint: (endpoint) => {
      rows.set(endpoint.partnerCode, endpoint);
      return Promise.resolve();
    },
    disableEndpoint: (code, url) => {
      const row = rows.get(code);
      if (row?.url === url) rows.set(code, { ...row, isDisabled: true });
      return Promise.resolve();
    },
    removeEndpoint: (code) => {
      rows.delete(code);
      return Promise.resolve();
    },
  };
}
