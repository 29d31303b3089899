import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultCacheDir } from '../models/weights/default-cache-dir.js';
import type { OperatorSettings } from './operator-settings.js';
import { createProcessBook, type DevContext } from './processes/process-book.js';
import { listenForStop } from './stop-request.js';
import type { ProcessEnvironment } from '../config/read-config.js';

export const REPOSITORY_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const FORCED_EXIT_CODE = 130;

/** The surroundings of `npm start` or `npm test`, which Ctrl-C aborts and a second one ends hard. */
export function createDevContext(
  { cacheDir }: OperatorSettings,
  environment: ProcessEnvironment,
): DevContext {
  const book = createProcessBook();
  const endHard = (exitCode: number) => {
    book.killAll();
    process.exit(exitCode);
  };
  // A terminal or pipe that is gone must not end this process before what it has started.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    console.error(error);
    endHard(1);
  });
  return {
    book,
    root: REPOSITORY_ROOT,
    environment,
    cacheDir: resolve(cacheDir ?? defaultCacheDir(environment)),
    signal: listenForStop(() => {
      endHard(FORCED_EXIT_CODE);
    }),
    report: (line) => {
      console.log(line);
    },
  };
}
