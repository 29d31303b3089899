import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { ProcessEnvironment } from '../../config/read-config.js';

/** The first executable of that name on the PATH, or null. */
export function findOnPath(name: string, { PATH }: ProcessEnvironment): string | null {
  for (const folder of (PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && isExecutable(path)) return path;
  }
  return null;
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
