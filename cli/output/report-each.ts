import { ImageFileError } from '../input/read-image-file.js';

/**
 * Runs one piece of work after another. A file that cannot be used costs one line on stderr and the
 * exit code 1; the rest is still done.
 */
export async function reportEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const reported = new Set<string>();
  endOnBrokenPipe();
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      if (!(error instanceof ImageFileError)) throw error;
      if (!reported.has(error.message)) console.error(`kenali: ${error.message}`);
      reported.add(error.message);
      process.exitCode = 1;
    }
  }
}

/** `kenali … | head -1` closes the pipe early: that ends the work and is no fault of it. */
function endOnBrokenPipe(): void {
  if (process.stdout.listeners('error').includes(exitOnBrokenPipe)) return;
  process.stdout.on('error', exitOnBrokenPipe);
}

function exitOnBrokenPipe(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
}
