import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenText } from './evidence.js';

/** What the processes have logged, those of all their lives. */
export async function readLogs(folder: string): Promise<readonly WrittenText[]> {
  const files = await readdir(folder);
  return Promise.all(
    files.map(async (file) => ({
      where: `the log ${file}`,
      text: await readFile(join(folder, file), 'utf8'),
    })),
  );
}
