import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultCacheDir } from '../models/weights/default-cache-dir.js';
import type { OperatorSettings } from './operator-settings.js';
import type { Environment } from './processes/managed-process.js';
import { createProcessBook, type DevContext } from './processes/process-book.js';
import { listenForStop } from './stop-request.js';

export const REPOSITORY_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const FORCED_EXIT_CODE = 130;

/** The surroundings of `npm start` or `npm test`, which Ctrl-C aborts and a second one ends hard. */
export function createDevContext(
  { cacheDir }: OperatorSettings,
  environment: Environment,
): DevContext {
  const book = createProcessBook();
  return {
    book,
    root: REPOSITORY_ROOT,
    environment,
    cacheDir: resolve(cacheDir ?? defaultCacheDir(environment)),
    signal: listenForStop(() => {
      book.killAll();
      process.exit(FORCED_EXIT_CODE);
    }),
    report: (line) => {
      console.log(line);
    },
  };
}
