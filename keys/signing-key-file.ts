import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { generateSigningKeys } from './generate-keys.js';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A private JWK set (RFC 7517) of P-256 keys: the first one signs, all of them verify. */
export const signingKeyFile = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        kid: z.string().min(1),
        x: coordinate,
        y: coordinate,
        d: coordinate,
      }),
    )
    .min(1),
});
export type SigningKeyFile = z.infer<typeof signingKeyFile>;

/** What a change has left: the kid that signs, and those that verify beside it. */
export interface ChangedSigningKeys {
  readonly signs: string;
  readonly verify: readonly string[];
}

/**
 * Puts a new key first. The earlier ones go on verifying until they are pruned.
 *
 * @throws Error naming a file that is missing or damaged, never a value
 */
export async function rotateSigningKeys(filePath: string): Promise<ChangedSigningKeys> {
  const { keys } = await readKeySet(filePath);
  return replaceKeySet(filePath, { keys: [...(await createKeys()), ...keys] });
}

/**
 * Puts a new key last: it verifies and does not sign yet. For several API processes, which have to
 * know a key before the first of them signs with it.
 */
export async function announceSigningKey(filePath: string): Promise<ChangedSigningKeys> {
  const { keys } = await readKeySet(filePath);
  return replaceKeySet(filePath, { keys: [...keys, ...(await createKeys())] });
}

/** Puts the last key first: the one that was announced signs. */
export async function promoteSigningKey(filePath: string): Promise<ChangedSigningKeys> {
  const { keys } = await readKeySet(filePath);
  return replaceKeySet(filePath, { keys: [...keys.slice(-1), ...keys.slice(0, -1)] });
}

/** Drops all keys but the first: tokens that the others have signed end. */
export async function pruneSigningKeys(filePath: string): Promise<ChangedSigningKeys> {
  const { keys } = await readKeySet(filePath);
  return replaceKeySet(filePath, { keys: keys.slice(0, 1) });
}

async function createKeys(): Promise<SigningKeyFile['keys']> {
  return signingKeyFile.parse(await generateSigningKeys()).keys;
}

async function readKeySet(filePath: string): Promise<SigningKeyFile> {
  const text = await readFile(filePath, 'utf8').catch((error: unknown) => {
    throw new Error(`The signing key file ${filePath} cannot be read.`, { cause: error });
  });
  const damaged = new Error(`The signing key file ${filePath} is damaged. Nothing was changed.`);
  try {
    const parsed = signingKeyFile.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    throw damaged;
  }
  throw damaged;
}

const OWNER_ONLY = 0o600;

/**
 * Whoever reads the file sees the old set or the new one, never a half. It keeps its mode: a
 * container may read it as another user.
 */
async function replaceKeySet(
  filePath: string,
  content: SigningKeyFile,
): Promise<ChangedSigningKeys> {
  const { mode } = await stat(filePath);
  const temporary = path.join(
    path.dirname(filePath),
    `.${path.basename(filePath)}.${randomBytes(6).toString('hex')}`,
  );
  try {
    const file = await open(temporary, 'wx', OWNER_ONLY);
    try {
      await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await file.chmod(mode & 0o777);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, filePath);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const [signs = '', ...verify] = content.keys.map(({ kid }) => kid);
  return { signs, verify };
}
