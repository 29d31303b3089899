import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Sealing keys by id. The active one seals; every one of them opens. */
export interface KeyRing {
  readonly activeKeyId: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** 256 bits. */
export const SEALING_KEY_BYTES = 32;

const keyRingFile = z.object({
  activeKeyId: z.string().min(1),
  /** Key id to 32 random bytes in base64. */
  keys: z.record(z.string().regex(/^[a-z0-9-]{1,32}$/), z.base64()),
});

/** @throws Error for a ring that was not parsed here */
export function activeKeyOf({ activeKeyId, keys }: KeyRing): Uint8Array {
  const key = keys.get(activeKeyId);
  if (key === undefined) throw new Error('The active key is missing.');
  return key;
}

/**
 * Reads a sealing key file: `{"activeKeyId": "k1", "keys": {"k1": "<base64 of 32 bytes>"}}`.
 * A missing or damaged file is an error that names the file, never a new key: data sealed with
 * the lost key could not be opened any more.
 */
export async function readKeyRing(path: string): Promise<KeyRing> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(
      `The sealing key file ${path} cannot be read. Put it back: what it sealed cannot be opened without it.`,
      { cause: error },
    );
  });
  return parseKeyRing(text, `The sealing key file ${path}`);
}

/** @param source for the error alone, which says nothing of the content */
export function parseKeyRing(text: string, source: string): KeyRing {
  const damaged = (why: string) => new Error(`${source} is damaged: ${why}.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged('it is not JSON');
  }
  const parsed = keyRingFile.safeParse(json);
  if (!parsed.success) throw damaged('it does not have the form {activeKeyId, keys}');
  const keys = new Map<string, Uint8Array>();
  for (const [id, encoded] of Object.entries(parsed.data.keys)) {
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== SEALING_KEY_BYTES)
      throw damaged(`key ${id} is not ${String(SEALING_KEY_BYTES)} bytes`);
    keys.set(id, key);
  }
  if (!keys.has(parsed.data.activeKeyId)) throw damaged('its active key is not among its keys');
  return { activeKeyId: parsed.data.activeKeyId, keys };
}
