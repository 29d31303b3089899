import { describe, expect, it } from 'vitest';
import { createMemoryShelf } from '../testing/memory-shelf.js';
import { createCaptureVault } from './capture-vault.js';

const STILL = 'a still that nobody may read';
const CARD = { still: new Blob([STILL], { type: 'image/jpeg' }), frames: [] };
const SELFIE = {
  still: new Blob(['selfie'], { type: 'image/jpeg' }),
  frames: [
    { jpeg: new Blob(['one']), atMs: 0 },
    { jpeg: new Blob(['second']), atMs: 133 },
  ],
};
const HOUR_MS = 60 * 60 * 1000;

function setUp() {
  const shelf = createMemoryShelf();
  let time = 1_000_000_000;
  const open = (publicId = 'pub-1') =>
    createCaptureVault({ shelf, crypto, publicId, now: () => time });
  return { shelf, open, pass: (ms: number) => (time += ms) };
}

describe('a capture vault', () => {
  it('gives back after a reload what was kept, frames and all', async () => {
    const { open } = setUp();
    await open().keep('lock-1', 'KTP', CARD);
    await open().keep('lock-1', 'SELFIE', SELFIE);
    const restored = await open().restore('lock-1');
    expect([...restored.keys()]).toEqual(['KTP', 'SELFIE']);
    const selfie = restored.get('SELFIE')!;
    expect(selfie.still.type).toBe('image/jpeg');
    expect(await selfie.still.text()).toBe('selfie');
    const frames = selfie.frames.map(async ({ jpeg, atMs }) => [await jpeg.text(), atMs]);
    expect(await Promise.all(frames)).toEqual([
      ['one', 0],
      ['second', 133],
    ]);
  });

  it('leaves nothing readable behind, and a key that no script can read', async () => {
    const { open, shelf } = setUp();
    await open().keep('lock-1', 'KTP', CARD);
    const [shelved] = [...shelf.captures.values()];
    expect(Buffer.from(shelved!.sealed).toString('latin1')).not.toContain(STILL.slice(0, 6));
    expect(shelved!.deviceKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', shelved!.deviceKey)).rejects.toThrow();
    await open().keep('lock-1', 'KTP', CARD);
    const [again] = [...shelf.captures.values()];
    expect(Buffer.from(again!.sealed)).not.toEqual(Buffer.from(shelved!.sealed));
  });

  it('opens with the lock of its attempt alone, and is gone after another was tried', async () => {
    const { open, shelf } = setUp();
    await open().keep('lock-1', 'KTP', CARD);
    expect(await open().restore('lock-2')).toEqual(new Map());
    expect(shelf.captures.size).toBe(0);
  });

  it('opens neither for another submission nor as another document', async () => {
    const { open, shelf } = setUp();
    await open().keep('lock-1', 'KTP', CARD);
    const [shelved] = [...shelf.captures.values()];
    await shelf.put({ ...shelved!, publicId: 'pub-2' });
    expect(await open('pub-2').restore('lock-1')).toEqual(new Map());
    await shelf.put({ ...shelved!, document: 'SELFIE' });
    expect(await open().restore('lock-1')).toEqual(new Map());
    expect(shelf.captures.size).toBe(0);
  });

  it('takes nothing that was changed', async () => {
    const { open, shelf } = setUp();
    await open().keep('lock-1', 'KTP', CARD);
    const [shelved] = [...shelf.captures.values()];
    const sealed = shelved!.sealed.slice(0);
    new Uint8Array(sealed)[5]! ^= 1;
    await shelf.put({ ...shelved!, sealed });
    expect(await open().restore('lock-1')).toEqual(new Map());
  });

  it('leaves other submissions alone, until theirs are a day old', async () => {
    const { open, shelf, pass } = setUp();
    await open('pub-2').keep('lock-9', 'KTP', CARD);
    await open().keep('lock-1', 'KTP', CARD);
    await open().empty();
    expect([...shelf.captures.keys()]).toEqual(['pub-2/KTP']);
    pass(23 * HOUR_MS);
    await open().removeOld();
    expect(shelf.captures.size).toBe(1);
    pass(2 * HOUR_MS);
    await open().removeOld();
    expect(shelf.captures.size).toBe(0);
  });
});
