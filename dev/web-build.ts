import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DevContext } from './processes/process-book.js';

/** What the built capture app depends on. */
const SOURCES = ['web', 'contract', 'package-lock.json'];
const BUILT = join('build', 'web', 'index.html');

/** Builds the capture app unless the build is newer than all it depends on. */
export async function ensureWebBuild(context: DevContext): Promise<void> {
  const builtAt = await newestChange(join(context.root, BUILT));
  const changes = await Promise.all(
    SOURCES.map((source) => newestChange(join(context.root, source))),
  );
  if (builtAt > Math.max(...changes)) return;
  context.report('Capture app: building …');
  await context.book.run({
    command: process.execPath,
    args: [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', 'web'],
    cwd: context.root,
    environment: context.environment,
    signal: context.signal,
  });
}

/** Milliseconds since the epoch of the latest change in a file or a folder; 0 without either. */
async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  const inside = await Promise.all(names.map((name) => newestChange(join(path, name))));
  // A folder's own time tells of files that were removed.
  return Math.max(found.mtimeMs, ...inside);
}
