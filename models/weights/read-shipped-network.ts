import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { hasDigest } from './has-digest.js';
import { WeightError } from './weight-error.js';

/**
 * The bytes of a network that ships with the project.
 *
 * @param sha256 of its model card
 * @throws WeightError
 */
export async function readShippedNetwork(file: URL, sha256: string): Promise<Uint8Array> {
  const path = fileURLToPath(file);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new WeightError(path, 'it cannot be read', REMEDY, { cause });
  });
  if (hasDigest(bytes, sha256)) return bytes;
  throw new WeightError(path, 'it is not the file of its model card (sha256 differs)', REMEDY);
}

const REMEDY = 'Restore it and the .json beside it from the same version of Kenali';
