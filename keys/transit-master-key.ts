import { z } from 'zod';
import { KeyServiceError } from './key-errors.js';
import type { MasterKey } from './master-key.js';

/** A key of the transit engine of HashiCorp Vault or OpenBao. */
export interface TransitOptions {
  /** Without `/v1`, for instance `https://vault.internal:8200`. */
  readonly url: string;
  /** Path that the engine is mounted at. */
  readonly mount: string;
  /** Of an `aes256-gcm96` key; others take no associated data. */
  readonly keyName: string;
  /** None where an agent in between adds it. */
  readonly token?: string | undefined;
}

/** Wrapping and unwrapping are asked for once a data key and process. */
const TIMEOUT_MS = 5_000;

const encrypted = z.object({ data: z.object({ ciphertext: z.string().min(1) }) });
const decrypted = z.object({ data: z.object({ plaintext: z.base64() }) });

/**
 * The key never leaves the service. `POST /v1/<mount>/encrypt/<key>` and `/decrypt/<key>` as the transit
 * engine's HTTP API documents them; the place goes along as associated data, which they authenticate.
 */
export function createTransitMasterKey(options: TransitOptions): MasterKey {
  // A colon is in no id of the sealing key file.
  const id = `transit:${options.mount}/${options.keyName}`;
  return {
    wrap: async (key, place) => {
      const body = { plaintext: toBase64(key), associated_data: toBase64(Buffer.from(place)) };
      const { data } = await call(options, 'encrypt', body, encrypted);
      return { wrapped: Buffer.from(data.ciphertext, 'utf8'), wrappedBy: id };
    },

    unwrap: async ({ wrapped }, place) => {
      const ciphertext = Buffer.from(wrapped).toString('utf8');
      const body = { ciphertext, associated_data: toBase64(Buffer.from(place)) };
      const { data } = await call(options, 'decrypt', body, decrypted);
      return Buffer.from(data.plaintext, 'base64');
    },

    knows: (wrappedBy) => wrappedBy === id,
    // Its versions are the service's: wrapping again brings a data key under the latest.
    isCurrent: () => false,
  };
}

async function call<Answer>(
  { url, mount, keyName, token }: TransitOptions,
  operation: 'encrypt' | 'decrypt',
  body: Readonly<Record<string, string>>,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const address = new URL(`/v1/${mount}/${operation}/${encodeURIComponent(keyName)}`, url);
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { 'x-vault-token': token }),
    },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new KeyServiceError(operation, null, true);
  });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new KeyServiceError(operation, answer.status, isAway(answer.status));
  }
  const parsed = schema.safeParse(await answer.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new KeyServiceError(operation, answer.status, false);
}

/** 412, 429 and 473 are of standby nodes and limits, 503 is a sealed service. */
function isAway(status: number): boolean {
  return status >= 500 || [412, 429, 472, 473].includes(status);
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
