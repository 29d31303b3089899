import { expect, it, vi } from 'vitest';
import { createConnectionWatch } from './connection-watch.js';

function setUp() {
  const wait = vi.fn(() => Promise.resolve());
  const onBack = vi.fn();
  const look = () => Promise.resolve();
  const { signal } = new AbortController();
  return { watch: createConnectionWatch({ look, wait, onBack }), wait, onBack, signal };
}

it('looks later each time that the connection came back in vain', async () => {
  const { watch, wait, onBack, signal } = setUp();
  for (let looks = 0; looks < 3; looks += 1) await watch.start(signal);
  expect(wait.mock.calls).toEqual([[5_000], [10_000], [20_000]]);
  expect(onBack).toHaveBeenCalledTimes(3);
});

it('looks early again once it was worth it', async () => {
  const { watch, wait, signal } = setUp();
  await watch.start(signal);
  watch.reset();
  await watch.start(signal);
  expect(wait.mock.calls).toEqual([[5_000], [5_000]]);
});

it('tells nobody who has gone on meanwhile', async () => {
  const { watch, onBack } = setUp();
  const left = new AbortController();
  left.abort();
  await watch.start(left.signal);
  expect(onBack).not.toHaveBeenCalled();
});
