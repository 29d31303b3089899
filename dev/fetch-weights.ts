import { join } from 'node:path';
import type { DevContext } from './processes/process-book.js';

/**
 * Has the model weights fetched and verified. In a process of its own: an abort then ends the
 * package clients that it runs as well.
 */
export async function fetchWeights(context: DevContext): Promise<void> {
  await context.book.run({
    command: process.execPath,
    args: ['--import', 'tsx', join('models', 'weights', 'fetch-weights.ts')],
    cwd: context.root,
    environment: { ...context.environment, KENALI_CACHE_DIR: context.cacheDir },
    signal: context.signal,
    onLine: (line) => {
      context.report(`Models: ${line}`);
    },
  });
}
