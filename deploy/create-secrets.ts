import { randomBytes } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSealingKeys, generateSigningKeys } from '../keys/generate-keys.js';

/** The folder holds something already; whatever it is, data may depend on it. */
export class SecretsFolderError extends Error {
  override readonly name = 'SecretsFolderError';
}

/**
 * Generates the secrets of a new installation, one file each, as `docker-compose.yml` mounts them.
 *
 * @param folder missing or empty
 * @returns names of the files
 * @throws SecretsFolderError
 */
export async function createSecrets(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new SecretsFolderError(
      `${folder} is not empty. Secrets are never replaced: data that they sealed would be lost. Name another folder.`,
    );
  }
  const files = await generateSecrets();
  for (const [name, content] of Object.entries(files)) {
    // Compose mounts a file with its own mode, and each service runs as a user of its own. The
    // folder keeps the other users of the host out.
    await writeFile(join(folder, name), `${content}\n`, { mode: 0o444, flag: 'wx' });
  }
  return Object.keys(files);
}

async function generateSecrets() {
  const databasePassword = randomBytes(24).toString('hex');
  return {
    'database-password': databasePassword,
    'database-url': `postgres://kenali:${databasePassword}@postgres:5432/kenali`,
    'temporal-database-password': randomBytes(24).toString('hex'),
    'storage-access-key': `kenali-${randomBytes(12).toString('hex')}`,
    'storage-secret-key': randomBytes(24).toString('hex'),
    'sealing-keys.json': JSON.stringify(generateSealingKeys(), null, 2),
    'signing-keys.json': JSON.stringify(await generateSigningKeys(), null, 2),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  try {
    if (folder === undefined) throw new SecretsFolderError('Name the folder for the secrets.');
    const names = await createSecrets(folder);
    process.stdout.write(`Generated in ${folder}: ${names.join(', ')}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
