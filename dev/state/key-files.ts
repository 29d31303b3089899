import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { generateSealingKeys, generateSigningKeys } from '../../keys/generate-keys.js';
import type { StatePaths } from './state-paths.js';

/** Data is there, but a key or secret that it needs is not. */
export class LostKeysError extends Error {
  override readonly name = 'LostKeysError';
}

/** Which of the key files to generate. Never one that existing data may depend on. */
export function chooseKeysToGenerate<Name extends string>(
  missing: readonly Name[],
  hasData: boolean,
): { readonly generate: readonly Name[]; readonly lost: readonly Name[] } {
  return hasData ? { generate: [], lost: missing } : { generate: missing, lost: [] };
}

/**
 * Generates the keys of a new installation and says so; leaves those that are there.
 *
 * @throws LostKeysError when data is there without its keys
 */
export async function ensureKeyFiles(
  paths: StatePaths,
  report: (line: string) => void,
): Promise<void> {
  const makers = [
    { path: paths.sealingKeys, what: 'sealing keys', make: generateSealingKeys },
    { path: paths.signingKeys, what: 'token signing keys', make: generateSigningKeys },
    { path: paths.secrets, what: 'server passwords', make: makeSecrets },
  ];
  const hasData = [paths.postgres, paths.storage, paths.temporalDatabase].some(existsSync);
  const missing = makers.map(({ path }) => path).filter((path) => !existsSync(path));
  const { generate, lost } = chooseKeysToGenerate(missing, hasData);
  if (lost.length > 0) {
    const names = lost.map((path) => relative(paths.root, path)).join(', ');
    throw new LostKeysError(
      `${paths.root} holds data, but not ${names}. Put back what belongs to this data, or drop all of it with: npm start -- --reset`,
    );
  }
  for (const { path, what, make } of makers) {
    if (!generate.includes(path)) continue;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, `${JSON.stringify(await make(), null, 2)}\n`, { mode: 0o600 });
    report(`Generated ${what}: ${path}`);
  }
}

function makeSecrets() {
  return {
    databasePassword: randomBytes(24).toString('hex'),
    storageAccessKey: `kenali-${randomBytes(12).toString('hex')}`,
    storageSecretKey: randomBytes(20).toString('hex'),
  };
}
