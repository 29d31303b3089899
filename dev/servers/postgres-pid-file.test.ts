import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearStalePidFile } from './postgres-pid-file.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kenali-pgdata-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('clearStalePidFile', () => {
  it('removes the file when its number now belongs to another program', async () => {
    const path = join(dataDir, 'postmaster.pid');
    await writeFile(path, `${String(process.pid)}\n${dataDir}\n`);
    await clearStalePidFile(dataDir);
    expect(existsSync(path)).toBe(false);
  });

  it('does nothing without a file', async () => {
    await expect(clearStalePidFile(dataDir)).resolves.toBeUndefined();
  });
});
