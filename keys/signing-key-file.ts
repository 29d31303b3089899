import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { generateSigningKeys } from './generate-keys.js';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * A private JWK set (RFC 7517) of P-256 keys: the first one signs, all of them verify. `announced` is the kid
 * of the one that is to be promoted; who reads a set leaves alone what else it has.
 */
export const signingKeyFile = z.object({
  announced: z.string().min(1).optional(),
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

/** The kid that signs, and those that verify beside it. */
export interface SigningKeyIds {
  readonly signs: string;
  readonly verify: readonly string[];
}

/**
 * Puts a new key first. The earlier ones go on verifying until they are pruned; one that was announced among them
 * is not promoted any more.
 *
 * @throws Error naming a file that is missing or damaged, never a value
 */
export async function rotateSigningKeys(filePath: string): Promise<SigningKeyIds> {
  const { keys } = await readKeySet(filePath);
  return replaceKeySet(filePath, { keys: [...(await createKeys()), ...keys] });
}

/**
 * Puts a new key last: it verifies and does not sign yet. For several API processes, which have to
 * know a key before the first of them signs with it.
 */
export async function announceSigningKey(filePath: string): Promise<SigningKeyIds> {
  const { keys } = await readKeySet(filePath);
  const created = await createKeys();
  return replaceKeySet(filePath, { keys: [...keys, ...created], announced: created[0]?.kid });
}

/**
 * Puts the announced key first: it signs. Any other may be one that was taken back because it has leaked.
 *
 * @throws Error where none is announced, also since it was promoted; then nothing was changed
 */
export async function promoteSigningKey(filePath: string): Promise<SigningKeyIds> {
  const { keys, announced } = await readKeySet(filePath);
  const promoted = keys.filter(({ kid }) => kid === announced);
  if (promoted.length === 0) {
    throw new Error(
      `No key is announced in ${filePath}. Nothing was changed: announce one, restart every process, then promote it.`,
    );
  }
  const others = keys.filter(({ kid }) => kid !== announced);
  return replaceKeySet(filePath, { keys: [...promoted, ...others] });
}

/** Drops all keys but the first: tokens that the others have signed end. */
export async function pruneSigningKeys(filePath: string): Promise<SigningKeyIds> {
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
async function replaceKeySet(filePath: string, content: SigningKeyFile): Promise<SigningKeyIds> {
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
