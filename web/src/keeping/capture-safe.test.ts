import { describe, expect, it, vi } from 'vitest';
import { createMemoryShelf } from '../testing/memory-shelf.js';
import { createCaptureSafe } from './capture-safe.js';
import { createCaptureVault, type CaptureVault } from './capture-vault.js';

const CARD = { still: new Blob(['card']), frames: [] };

function setUp(openVault?: () => Promise<CaptureVault>) {
  const shelf = createMemoryShelf();
  const vault = () => createCaptureVault({ shelf, crypto, publicId: 'pub-1', now: () => 1 });
  const open = vi.fn(openVault ?? (() => Promise.resolve(vault())));
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / 50));
  return { shelf, open, createSafe: () => createCaptureSafe({ openVault: open, wait }) };
}

describe('a capture safe', () => {
  it('brings back what an earlier visit has kept', async () => {
    const { createSafe, shelf } = setUp();
    const before = createSafe();
    before.useLock('lock-1');
    before.keep('KTP', CARD);
    await vi.waitFor(() => {
      expect(shelf.captures.size).toBe(1);
    });
    const after = createSafe();
    after.useLock('lock-1');
    expect([...(await after.restore()).keys()]).toEqual(['KTP']);
  });

  it('keeps nothing without a lock, and lets go of what was kept', async () => {
    const { createSafe, shelf } = setUp();
    const before = createSafe();
    before.useLock('lock-1');
    before.keep('KTP', CARD);
    await before.restore();
    const after = createSafe();
    after.useLock(null);
    after.keep('SELFIE', CARD);
    expect(await after.restore()).toEqual(new Map());
    await vi.waitFor(() => {
      expect(shelf.captures.size).toBe(0);
    });
  });

  it('is empty after it was emptied, whatever was still on its way into it', async () => {
    const { createSafe, shelf } = setUp();
    const safe = createSafe();
    safe.useLock('lock-1');
    safe.keep('KTP', CARD);
    await safe.empty();
    expect(shelf.captures.size).toBe(0);
    expect(safe.empty()).toBeNull();
  });

  it('does without where the browser keeps nothing, and tries again the next time', async () => {
    const { createSafe, open } = setUp(() => Promise.reject(new Error('private window')));
    const safe = createSafe();
    safe.prepare();
    safe.useLock('lock-1');
    expect(await safe.restore()).toEqual(new Map());
    safe.keep('KTP', CARD);
    await expect(safe.empty()).resolves.toBeUndefined();
    expect(open).toHaveBeenCalledTimes(4);
  });

  it('waits for no database that never answers', async () => {
    const { createSafe } = setUp(() => new Promise(() => undefined));
    const safe = createSafe();
    safe.useLock('lock-1');
    expect(await safe.restore()).toEqual(new Map());
    await expect(safe.empty()).resolves.toBeUndefined();
  });
});
