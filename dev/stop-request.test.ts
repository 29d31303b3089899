import { expect, it } from 'vitest';
import { StopRequested, untilStopped } from './stop-request.js';

const asked = new StopRequested('Stopped by SIGTERM');
const endless = () => new Promise<never>(() => undefined);

it('work that ends before a stop is asked for answers as it would alone', async () => {
  const stop = new AbortController();
  await expect(untilStopped(stop.signal, () => Promise.resolve(7))).resolves.toBe(7);
  const failing = untilStopped(stop.signal, () => Promise.reject(new Error('the work failed')));
  await expect(failing).rejects.toThrow('the work failed');
});

it('work without an end is left as soon as a stop is asked for', async () => {
  const stop = new AbortController();
  const left = untilStopped(stop.signal, endless);
  stop.abort(asked);
  await expect(left).rejects.toBe(asked);
});

it('work is not begun after a stop was asked for', async () => {
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    return endless();
  };
  await expect(untilStopped(AbortSignal.abort(asked), begin)).rejects.toBe(asked);
  expect(isBegun).toBe(false);
});
