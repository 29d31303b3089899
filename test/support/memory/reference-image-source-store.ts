import type {
  ReferenceImageSource,
  ReferenceImageSourceStore,
} from '../../../db/reference-image-source-store.js';

export function createMemoryReferenceImageSourceStore(): ReferenceImageSourceStore {
  const rows = new Map<string, ReferenceImageSource>();
  return {
    hasSource: (code) => Promise.resolve(rows.has(code)),
    readSource: (code) => Promise.resolve(rows.get(code) ?? null),
    saveSource: (source) => {
      rows.set(source.partnerCode, source);
      return Promise.resolve();
    },
    removeSource: (code) => {
      rows.delete(code);
      return Promise.resolve();
    },
  };
}
