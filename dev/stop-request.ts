import { once } from 'node:events';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can arrive twice, from the terminal and passed on by npm; a second press is later. */
const SAME_REQUEST_MS = 1_000;

/** The reason of the abort when someone asked this process to stop; the message says by what. */
export class StopRequested extends Error {
  override readonly name = 'StopRequested';
}

/**
 * Aborts at the first signal, or when the bootstrap that started this process is gone. Calls
 * `force` when asked again later than a second after.
 */
export function listenForStop(force: () => void): AbortSignal {
  const stop = new AbortController();
  let requestedAt = 0;
  const request = (signal: NodeJS.Signals) => {
    if (!stop.signal.aborted) {
      requestedAt = Date.now();
      stop.abort(new StopRequested(`Stopped by ${signal}`));
    } else if (Date.now() - requestedAt > SAME_REQUEST_MS) {
      force();
    }
  };
  for (const signal of STOP_SIGNALS) process.on(signal, request);
  process.on('disconnect', () => {
    if (!stop.signal.aborted)
      stop.abort(new StopRequested('Stopped because the bootstrap has ended'));
  });
  process.channel?.unref();
  return stop.signal;
}

/**
 * What the work answers, or the reason of the stop, thrown as soon as there is one. What is under way then
 * goes on until the process ends.
 */
export async function untilStopped<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const stopped = once(signal, 'abort').then(() => {
    throw signal.reason;
  });
  return Promise.race([work(), stopped]);
}
