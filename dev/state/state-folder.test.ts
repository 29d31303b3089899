import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStateFolder, prepareStateFolder, StateFolderError } from './state-folder.js';
import { statePaths } from './state-paths.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-state-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('prepareStateFolder', () => {
  it('makes a folder that only its owner can enter', async () => {
    const root = join(folder, 'new');
    await prepareStateFolder(root);
    expect((await stat(root)).mode & 0o777).toBe(0o700);
  });

  it('accepts the folder that it made before', async () => {
    await prepareStateFolder(folder);
    await expect(prepareStateFolder(folder)).resolves.toHaveProperty('root', folder);
  });

  it('refuses a folder that holds something else', async () => {
    await writeFile(join(folder, 'thesis.txt'), 'years of work');
    await expect(prepareStateFolder(folder)).rejects.toThrow(StateFolderError);
  });
});

describe('emptyStateFolder', () => {
  it('drops data and keys, but not the lock that its caller holds', async () => {
    const paths = await prepareStateFolder(folder);
    await mkdir(paths.postgres);
    await mkdir(join(folder, 'keys'));
    await writeFile(paths.sealingKeys, '{}');
    await writeFile(paths.lock, '{}');
    await emptyStateFolder(paths);
    expect((await readdir(folder)).sort()).toEqual(['kenali-state.json', 'running.json']);
  });

  it('never empties a folder that is not ours', async () => {
    await writeFile(join(folder, 'thesis.txt'), 'years of work');
    await expect(emptyStateFolder(statePaths(folder))).rejects.toThrow(StateFolderError);
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });
});
