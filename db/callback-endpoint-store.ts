import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { CallbackPayload } from '../contract/callback.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { Database } from './client.js';
import { callbackEndpoint } from './schema/partner.js';
import { openJson, sealJson } from './sealed-json.js';
import { guardStore } from './store-error.js';

export interface CallbackEndpoint {
  readonly partnerCode: string;
  readonly url: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly payload: CallbackPayload;
  /** The partner's own static headers, such as `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  /** One or two `whsec_` secrets, newest first; two while the partner rotates. */
  readonly secrets: readonly string[];
  readonly isDisabled: boolean;
}

/** Headers and secrets are sealed in the database and in clear only in memory. */
export interface CallbackEndpointStore {
  /** @throws SealBrokenError when the key that sealed the endpoint is not in the ring */
  readEndpoint(partnerCode: string): Promise<CallbackEndpoint | null>;
  /** Creates or replaces the partner's endpoint, also a disabled one. */
  saveEndpoint(endpoint: CallbackEndpoint): Promise<void>;
  /** Only while it is at this address: an operator may have set another one meanwhile. */
  disableEndpoint(partnerCode: string, url: string): Promise<void>;
  removeEndpoint(partnerCode: string): Promise<void>;
}

const headersJson = z.record(z.string(), z.string());
const secretsJson = z.array(z.string()).min(1).max(2);

export function createCallbackEndpointStore(
  database: Database,
  keyRing: KeyRing,
): CallbackEndpointStore {
  return {
    readEndpoint: async (partnerCode) => {
      const [row] = await guardStore('reading a callback endpoint', () =>
        database
          .select()
          .from(callbackEndpoint)
          .where(eq(callbackEndpoint.partnerCode, partnerCode)),
      );
      return row === undefined ? null : openEndpoint(keyRing, row);
    },

    saveEndpoint: (endpoint) =>
      guardStore('saving a callback endpoint', async () => {
        const row = sealEndpoint(keyRing, endpoint);
        await database
          .insert(callbackEndpoint)
          .values(row)
          .onConflictDoUpdate({ target: callbackEndpoint.partnerCode, set: row });
      }),

    disableEndpoint: (partnerCode, url) =>
      guardStore('disabling a callback endpoint', async () => {
        await database
          .update(callbackEndpoint)
          .set({ isDisabled: true })
          .where(and(eq(callbackEndpoint.partnerCode, partnerCode), eq(callbackEndpoint.url, url)));
      }),

    removeEndpoint: (partnerCode) =>
      guardStore('removing a callback endpoint', async () => {
        await database
          .delete(callbackEndpoint)
          .where(eq(callbackEndpoint.partnerCode, partnerCode));
      }),
  };
}

type EndpointRow = typeof callbackEndpoint.$inferSelect;

function openEndpoint(keyRing: KeyRing, row: EndpointRow): CallbackEndpoint {
  const { headersSealed, secretsSealed, ...plain } = row;
  return {
    ...plain,
    headers:
      headersSealed === null
        ? {}
        : headersJson.parse(openJson(keyRing, headersSealed, headersContext(row.partnerCode))),
    secrets: secretsJson.parse(openJson(keyRing, secretsSealed, secretsContext(row.partnerCode))),
  };
}

function sealEndpoint(keyRing: KeyRing, endpoint: CallbackEndpoint): EndpointRow {
  const { headers, secrets, ...plain } = endpoint;
  return {
    ...plain,
    headersSealed: sealJson(keyRing, headers, headersContext(endpoint.partnerCode)),
    secretsSealed: sealJson(keyRing, secrets, secretsContext(endpoint.partnerCode)),
  };
}

const headersContext = (partnerCode: string) => `callback_endpoint/${partnerCode}/headers`;
const secretsContext = (partnerCode: string) => `callback_endpoint/${partnerCode}/secrets`;
