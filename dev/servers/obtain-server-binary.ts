import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { DevContext } from '../processes/process-book.js';
import { buildWithGo } from './build-with-go.js';
import { findOnPath, isExecutable } from './find-on-path.js';
import type { ServerBinary } from './server-binary.js';

const execute = promisify(execFile);

/**
 * Path of the executable: the one on the PATH, else from the cache, else downloaded or built into
 * the cache.
 *
 * @throws Error naming the remedy when there is no way to get it
 */
export async function obtainServerBinary(
  binary: ServerBinary,
  context: DevContext,
): Promise<string> {
  return (
    (await findUsableOnPath(binary, context)) ??
    findInCache(binary, context.cacheDir) ??
    (await fillCache(binary, context))
  );
}

async function findUsableOnPath(
  binary: ServerBinary,
  { environment, report }: DevContext,
): Promise<string | null> {
  const path = findOnPath(binary.command, environment);
  if (path === null || binary.rejectVersion === undefined) return path;
  const version = await execute(path, ['--version']).then(
    ({ stdout }) => stdout,
    () => '',
  );
  const objection = binary.rejectVersion(version);
  if (objection === null) return path;
  report(`${binary.label}: ${path} is left aside, ${objection}`);
  return null;
}

function findInCache(binary: ServerBinary, cacheDir: string): string | null {
  const path = cachedPath(binary, cacheDir);
  return isExecutable(path) ? path : null;
}

function cachedPath({ command, version }: ServerBinary, cacheDir: string): string {
  return join(cacheDir, 'servers', `${command}-${version}`, command);
}

/** Works in a folder of its own and moves the result, so that an interruption leaves no half. */
async function fillCache(binary: ServerBinary, context: DevContext): Promise<string> {
  const path = cachedPath(binary, context.cacheDir);
  await mkdir(dirname(path), { recursive: true });
  const workshop = await mkdtemp(join(dirname(path), 'partial-'));
  try {
    const target = join(workshop, binary.command);
    const isDownloaded = (await binary.download?.(target, context)) ?? false;
    if (!isDownloaded) await buildWithGo(binary, workshop, context);
    await rename(target, path);
    return path;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}
