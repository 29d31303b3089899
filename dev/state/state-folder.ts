import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { ensureKeyFiles } from './key-files.js';
import { statePaths, type StatePaths } from './state-paths.js';

/** The folder cannot be used as it is; the message says what to do. */
export class StateFolderError extends Error {
  override readonly name = 'StateFolderError';
}

/**
 * Makes the folder if there is none. Only its owner may look inside: it holds keys and data.
 *
 * @throws StateFolderError when the folder holds something else
 */
export async function prepareStateFolder(root: string): Promise<StatePaths> {
  const paths = statePaths(root);
  await assertOurs(paths);
  await mkdir(root, { recursive: true, mode: 0o700 });
  if (!existsSync(paths.marker)) {
    await writeFile(paths.marker, `${JSON.stringify({ stateFolderVersion: 1 })}\n`);
  }
  return paths;
}

/**
 * Generates the keys of a new installation and begins new logs.
 *
 * @throws LostKeysError when data is there without its keys
 */
export async function fillStateFolder(
  paths: StatePaths,
  report: (line: string) => void,
): Promise<void> {
  await ensureKeyFiles(paths, report);
  await rm(paths.logs, { recursive: true, force: true });
  await mkdir(paths.logs, { recursive: true });
}

/**
 * Drops everything but the lock, which the caller holds.
 *
 * @throws StateFolderError when the folder is not ours
 */
export async function emptyStateFolder(paths: StatePaths): Promise<void> {
  await assertOurs(paths);
  const kept = [paths.lock, paths.marker];
  for (const name of await readdir(paths.root)) {
    const path = `${paths.root}/${name}`;
    if (!kept.includes(path)) await rm(path, { recursive: true, force: true });
  }
}

async function assertOurs(paths: StatePaths): Promise<void> {
  if (existsSync(paths.marker)) return;
  const content = await readdir(paths.root).catch(() => []);
  if (content.length === 0) return;
  throw new StateFolderError(
    `${paths.root} is not empty and not a state folder of Kenali. Set KENALI_STATE_DIR to an empty or new folder.`,
  );
}
