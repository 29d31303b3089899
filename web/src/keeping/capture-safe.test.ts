import { describe, expect, it, vi } from 'vitest';
import { createMemoryShelf } from '../testing/memory-shelf.js';
import { createCaptureSafe } from './capture-safe.js';
import { createCaptureVault, type CaptureVault } from './capture-vault.js';

const CARD = { still: new Blob(['card']), frames: [] };

function setUp() {
  const shelf = createMemoryShelf();
  const vault = () => createCaptureVault({ shelf, crypto, publicId: 'pub-1', now: () => 1 });
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / 50));
  const createSafe = (openVault = () => Promise.resolve(vault())) =>
    createCaptureSafe({ openVault, wait });
  return { shelf, vault, createSafe };
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

  it('lets go of what has grown old, also for a session that never opens', async () => {
    const { createSafe, shelf, vault } = setUp();
    await vault().keep('lock-1', 'KTP', CARD);
    const [kept] = [...shelf.captures.values()];
    const twoDaysMs = 48 * 60 * 60 * 1000;
    await shelf.put({ ...kept!, publicId: 'pub-2', shelvedAt: kept!.shelvedAt - twoDaysMs });
    createSafe().prepare();
    await vi.waitFor(() => {
      expect([...shelf.captures.keys()]).toEqual(['pub-1/KTP']);
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
    const open = vi.fn(() => Promise.reject(new Error('private window')));
    const safe = setUp().createSafe(open);
    safe.prepare();
    safe.useLock('lock-1');
    expect(await safe.restore()).toEqual(new Map());
    safe.keep('KTP', CARD);
    await expect(safe.empty()).resolves.toBeUndefined();
    expect(open).toHaveBeenCalledTimes(4);
  });

  it('lets go of what it could not bring back', async () => {
    const { createSafe, shelf, vault } = setUp();
    const before = createSafe();
    before.useLock('lock-1');
    before.keep('KTP', CARD);
    await before.restore();
    const restore = () => Promise.reject(new DOMException('', 'UnknownError'));
    const after = createSafe(() => Promise.resolve({ ...vault(), restore }));
    after.useLock('lock-1');
    expect(await after.restore()).toEqual(new Map());
    expect(shelf.captures.size).toBe(1);
    await after.empty();
    expect(shelf.captures.size).toBe(0);
  });

  it('opens a database again that was closed under it', async () => {
    const { createSafe, shelf, vault } = setUp();
    let isClosed = false;
    const closing = (): CaptureVault => {
      const whole = vault();
      const empty = () =>
        isClosed ? Promise.reject(new DOMException('', 'InvalidStateError')) : whole.empty();
      return { ...whole, empty };
    };
    const opened = [closing(), vault()];
    const safe = createSafe(() => Promise.resolve(opened.shift()!));
    safe.useLock('lock-1');
    safe.keep('KTP', CARD);
    await safe.restore();
    isClosed = true;
    await safe.empty();
    expect(shelf.captures.size).toBe(0);
  });

  it('tries again to let go of what it could not', async () => {
    const { createSafe, shelf, vault } = setUp();
    let isAway = false;
    const safe = createSafe(() =>
      isAway ? Promise.reject(new Error('away')) : Promise.resolve(away()),
    );
    const away = (): CaptureVault => {
      const whole = vault();
      return {
        ...whole,
        empty: () => (isAway ? Promise.reject(new Error('away')) : whole.empty()),
      };
    };
    safe.useLock('lock-1');
    safe.keep('KTP', CARD);
    await safe.restore();
    isAway = true;
    await safe.empty();
    expect(shelf.captures.size).toBe(1);
    isAway = false;
    await safe.empty();
    expect(shelf.captures.size).toBe(0);
  });

  it('waits for no database that never answers', async () => {
    const safe = setUp().createSafe(() => new Promise(() => undefined));
    safe.useLock('lock-1');
    expect(await safe.restore()).toEqual(new Map());
    await expect(safe.empty()).resolves.toBeUndefined();
  });
});
