import { describe, expect, it, vi } from 'vitest';
import { ConnectionError } from './api-error.js';
import { awaitConnection } from './await-connection.js';

function setUp(failures: number, disappointments = 0) {
  const look = vi.fn(() => Promise.resolve());
  for (let count = 0; count < failures; count += 1) {
    look.mockRejectedValueOnce(new ConnectionError());
  }
  const wait = vi.fn((_ms: number) => Promise.resolve());
  const work = new AbortController();
  const options = { look, wait, signal: work.signal, disappointments };
  return { options, work, pauses: () => wait.mock.calls.map(([ms]) => ms) };
}

describe('awaitConnection', () => {
  it('looks less and less often until the service answers', async () => {
    const { options, pauses } = setUp(6);
    await expect(awaitConnection(options)).resolves.toBe(true);
    expect(pauses()).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000]);
  });

  it('takes its time where going on has failed before', async () => {
    const { options, pauses } = setUp(0, 3);
    await awaitConnection(options);
    expect(pauses()).toEqual([40_000]);
  });

  it('ends when the person goes on without it', async () => {
    const { options, work } = setUp(1);
    options.wait.mockImplementation(() => {
      work.abort();
      return Promise.resolve();
    });
    await expect(awaitConnection(options)).resolves.toBe(false);
    expect(options.look).not.toHaveBeenCalled();
  });
});
