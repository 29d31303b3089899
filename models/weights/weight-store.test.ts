import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readManifest, type Manifest } from './manifest.js';
import { WeightError } from './weight-error.js';
import { createWeightStore } from './weight-store.js';

const content = Buffer.from('a tiny pretend network');
const manifest: Manifest = {
  packages: {
    tiny: {
      registry: 'npm',
      package: 'tiny',
      version: '1.0.0',
      integrity: 'sha512-AA==',
      bytes: 1,
    },
  },
  weights: [
    {
      name: 'liveness',
      file: 'tiny.onnx',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      licence: 'MIT',
      source: { package: 'tiny', path: 'package/tiny.onnx' },
      input: 'nothing',
    },
  ],
};

let cacheDir = '';
const store = () => createWeightStore({ cacheDir, manifest });

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'kenali-store-'));
  await mkdir(join(cacheDir, 'weights'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cacheDir, { recursive: true });
});

describe('createWeightStore', () => {
  it('reads a cached file without any client', async () => {
    vi.stubEnv('PATH', '/nonexistent');
    await writeFile(join(cacheDir, 'weights', 'tiny.onnx'), content);
    expect(Buffer.from(await store().read('liveness'))).toEqual(content);
    expect(await store().path('liveness')).toBe(join(cacheDir, 'weights', 'tiny.onnx'));
  });

  it('refuses a cached file that was changed, naming it and the remedy', async () => {
    const path = join(cacheDir, 'weights', 'tiny.onnx');
    await writeFile(path, 'another network');
    const error = await failure();
    expect(error.message).toContain(path);
    expect(error.message).toMatch(/sha256 differs.*Delete it/);
  });

  it('checks the file at every read, not only at the first', async () => {
    const path = join(cacheDir, 'weights', 'tiny.onnx');
    await writeFile(path, content);
    const weights = store();
    await weights.read('liveness');
    await writeFile(path, 'swapped later');
    await expect(weights.read('liveness')).rejects.toBeInstanceOf(WeightError);
  });

  it('names the file and the tool to install when npm is missing', async () => {
    vi.stubEnv('PATH', '/nonexistent');
    const error = await failure();
    expect(error.message).toMatch(/tiny\.onnx.*npm is not on the PATH.*Install npm/);
    expect(await readdir(join(cacheDir, 'weights'))).toEqual([]);
  });

  it('names the network as the remedy when the registry cannot be reached', async () => {
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    vi.stubEnv('npm_config_fetch_retries', '0');
    const error = await failure();
    expect(error.message).toMatch(/tiny\.onnx.*npm could not download.*Check the network/);
  }, 20_000);

  it('names the manifest when a file is not pinned', async () => {
    await expect(store().read('face-detector')).rejects.toThrow(/not in the manifest/);
  });
});

describe('readManifest', () => {
  it('pins every weight by a source that it also pins', () => {
    const { packages, weights } = readManifest();
    expect(new Set(weights.map(({ name }) => name)).size).toBe(weights.length);
    expect(new Set(weights.map(({ file }) => file)).size).toBe(weights.length);
    for (const { source } of weights) expect(packages[source.package]).toBeDefined();
  });
});

async function failure(): Promise<WeightError> {
  const error: unknown = await store()
    .read('liveness')
    .catch((reason: unknown) => reason);
  if (error instanceof WeightError) return error;
  throw new Error('The read did not fail with a WeightError.');
}
