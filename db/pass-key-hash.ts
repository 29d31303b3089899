import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export interface ScryptCost {
  /** CPU and memory cost N, a power of two. */
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/**
 * The OWASP password storage cheat sheet's setting for 32 MiB: N=2^15, r=8, p=3. About 0.25 s of
 * one core; partners ask for a token about once an hour.
 */
const DEFAULT_COST: ScryptCost = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };

const HASH_BYTES = 32;
const SALT_BYTES = 16;
const SCHEME = 'scrypt';

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64. The cost travels with the hash. */
export async function hashPassKey(passKey: string, cost = DEFAULT_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return format(cost, salt, await derive(passKey, salt, cost));
}

/** No pass-key's hash. Comparing with it takes as long as with a real one. */
export function createUnmatchedHash(): string {
  return format(DEFAULT_COST, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
}

function format(cost: ScryptCost, salt: Buffer, hash: Buffer): string {
  const { cost: n, blockSize: r, parallelization: p } = cost;
  return [SCHEME, n, r, p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Takes as long for a wrong pass-key as for the right one. */
export async function isPassKey(passKey: string, stored: string): Promise<boolean> {
  const [scheme, cost, blockSize, parallelization, salt, hash] = stored.split('$');
  if (scheme !== SCHEME || salt === undefined || hash === undefined) {
    throw new Error('a stored pass-key hash is damaged');
  }
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive(passKey, Buffer.from(salt, 'base64'), {
    cost: Number(cost),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
  });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(passKey: string, salt: Buffer, scryptCost: ScryptCost): Promise<Buffer> {
  const { cost, blockSize, parallelization } = scryptCost;
  // Node refuses from 32 MiB on unless told otherwise; scrypt needs 128 * N * r bytes and a bit.
  const maxmem = 256 * cost * blockSize;
  return new Promise((resolve, reject) => {
    const options = { cost, blockSize, parallelization, maxmem };
    scrypt(passKey, salt, HASH_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
