import { readFile } from 'node:fs/promises';
import { importJWK, type CryptoKey, type JSONWebKeySet } from 'jose';
import { signingKeyFile, type SigningKeyFile, type SigningKeyIds } from './signing-key-file.js';

/** RFC 7518 ECDSA with P-256 and SHA-256. */
export const SIGNING_ALGORITHM = 'ES256';

/** The first key of the file signs; the public halves of all verify. */
export interface SigningKeys {
  readonly keyId: string;
  readonly privateKey: CryptoKey;
  /** What `/.well-known/jwks.json` shows: no private member. */
  readonly publicKeys: JSONWebKeySet;
}

/**
 * Reads a private JWK set, `{"keys": [{kty, crv, kid, x, y, d}, …]}`, P-256 only. To rotate, put
 * the new key first and take the old one away when its tokens have expired.
 * A missing or damaged file is an error that names the file, never a new key: every token that
 * was issued would stop to be valid without a word.
 */
export async function readSigningKeys(path: string): Promise<SigningKeys> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(
      `The signing key file ${path} cannot be read. Put it back, or create a new one and accept that issued tokens end.`,
      { cause: error },
    );
  });
  return parseSigningKeys(text, path);
}

/** `path` is for the error's message alone. */
export async function parseSigningKeys(text: string, path: string): Promise<SigningKeys> {
  const damaged = (why: string) => new Error(`The signing key file ${path} is damaged: ${why}.`);
  const file = signingKeyFile.safeParse(parseJson(text));
  if (!file.success) {
    throw damaged('it is not a set of private P-256 keys {keys: [{kty, crv, kid, x, y, d}]}');
  }
  const keyIds = new Set(file.data.keys.map(({ kid }) => kid));
  if (keyIds.size < file.data.keys.length) throw damaged('two of its keys have the same kid');
  try {
    return await importSigningKeys(file.data);
  } catch {
    throw damaged('one of its keys is not a valid P-256 key');
  }
}

/** For the log of a process that starts: the audit log knows nothing of changes of the file. */
export function nameSigningKeys({ keyId, publicKeys }: SigningKeys): SigningKeyIds {
  const others = publicKeys.keys.map(({ kid }) => kid).filter((kid) => kid !== undefined);
  return { signs: keyId, verify: others.filter((kid) => kid !== keyId) };
}

async function importSigningKeys({ keys }: SigningKeyFile): Promise<SigningKeys> {
  const [first] = await Promise.all(
    keys.map(async (key) => ({ kid: key.kid, key: await importPrivateKey(key) })),
  );
  if (first === undefined) throw new Error('no key');
  return {
    keyId: first.kid,
    privateKey: first.key,
    publicKeys: {
      keys: keys.map(({ kty, crv, kid, x, y }) => ({
        kty,
        crv,
        kid,
        x,
        y,
        use: 'sig',
        alg: SIGNING_ALGORITHM,
      })),
    },
  };
}

async function importPrivateKey(key: SigningKeyFile['keys'][number]): Promise<CryptoKey> {
  const imported = await importJWK(key, SIGNING_ALGORITHM);
  if (imported instanceof Uint8Array) throw new Error('not an EC key');
  return imported;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
