import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { KeyRing } from '../keys/key-ring.js';
import type { Database } from './client.js';
import { referenceImageSource } from './schema/partner.js';
import { openJson, sealJson } from './sealed-json.js';
import { guardStore } from './store-error.js';

/** Where a partner's reference images are asked for, contract §9. */
export interface ReferenceImageSource {
  readonly partnerCode: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Static headers, such as `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Hosts that the image may come from; empty for any. */
  readonly imageHosts: readonly string[];
}

/** Headers are sealed in the database and in clear only in memory. */
export interface ReferenceImageSourceStore {
  /** Without opening what is sealed. */
  hasSource(partnerCode: string): Promise<boolean>;
  /** @throws SealBrokenError when the key that sealed the headers is not in the ring */
  readSource(partnerCode: string): Promise<ReferenceImageSource | null>;
  /** Creates or replaces the partner's source. */
  saveSource(source: ReferenceImageSource): Promise<void>;
  removeSource(partnerCode: string): Promise<void>;
}

const headersJson = z.record(z.string(), z.string());
const headersContext = (partnerCode: string) => `reference_image_source/${partnerCode}/headers`;

export function createReferenceImageSourceStore(
  database: Database,
  keyRing: KeyRing,
): ReferenceImageSourceStore {
  const ofPartner = (partnerCode: string) => eq(referenceImageSource.partnerCode, partnerCode);
  const find = async (partnerCode: string) => {
    const [row] = await database.select().from(referenceImageSource).where(ofPartner(partnerCode));
    return row ?? null;
  };

  return {
    hasSource: (partnerCode) =>
      guardStore(
        'finding a reference image source',
        async () => (await find(partnerCode)) !== null,
      ),

    readSource: async (partnerCode) => {
      const row = await guardStore('reading a reference image source', () => find(partnerCode));
      if (row === null) return null;
      const { headersSealed, ...plain } = row;
      const headers =
        headersSealed === null
          ? {}
          : headersJson.parse(openJson(keyRing, headersSealed, headersContext(partnerCode)));
      return { ...plain, headers };
    },

    saveSource: ({ headers, ...plain }) =>
      guardStore('saving a reference image source', async () => {
        const headersSealed = sealJson(keyRing, headers, headersContext(plain.partnerCode));
        const row = { ...plain, headersSealed };
        await database
          .insert(referenceImageSource)
          .values(row)
          .onConflictDoUpdate({ target: referenceImageSource.partnerCode, set: row });
      }),

    removeSource: (partnerCode) =>
      guardStore('removing a reference image source', async () => {
        await database.delete(referenceImageSource).where(ofPartner(partnerCode));
      }),
  };
}
