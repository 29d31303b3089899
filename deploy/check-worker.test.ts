import { describe, expect, it } from 'vitest';
import { isPolling } from './check-worker.js';

const NOW = Date.UTC(2026, 0, 1);
const HOST = 'b7c1d0';

function poller(identity: string, secondsAgo: number) {
  const seconds = Math.floor(NOW / 1_000) - secondsAgo;
  return { identity, lastAccessTime: { seconds: seconds as never } };
}

describe('isPolling', () => {
  it('is true for a worker of this host that polled a minute ago', () => {
    expect(isPolling([poller(`worker-vision@${HOST}#7`, 60)], HOST, NOW)).toBe(true);
  });

  it('is false for a worker that has been silent since', () => {
    expect(isPolling([poller(`worker-vision@${HOST}#7`, 130)], HOST, NOW)).toBe(false);
  });

  it('is false for workers of other hosts, and without any', () => {
    expect(isPolling([poller('worker-vision@a9#7', 1)], HOST, NOW)).toBe(false);
    expect(isPolling([poller(`worker-vision@x${HOST}#7`, 1)], HOST, NOW)).toBe(false);
    expect(isPolling([], HOST, NOW)).toBe(false);
  });
});
