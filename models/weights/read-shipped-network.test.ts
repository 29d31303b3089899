import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readShippedNetwork } from './read-shipped-network.js';

const content = Buffer.from('a network');
const sha256 = createHash('sha256').update(content).digest('hex');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-shipped-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readContaining(bytes: Uint8Array) {
  const path = join(folder, 'tiny.onnx');
  await writeFile(path, bytes);
  return await readShippedNetwork(pathToFileURL(path), sha256);
}

describe('a network that ships with the project', () => {
  it('is read where it is the one of its model card', async () => {
    expect(await readContaining(content)).toEqual(content);
  });

  it('is refused by name where it was cut or changed', async () => {
    await expect(readContaining(content.subarray(0, 4))).rejects.toThrow(
      /tiny\.onnx: it is not the file of its model card/,
    );
  });

  it('is missed by name', async () => {
    const missing = pathToFileURL(join(folder, 'none.onnx'));
    await expect(readShippedNetwork(missing, sha256)).rejects.toThrow(
      /none\.onnx: .*cannot be read/,
    );
  });
});
