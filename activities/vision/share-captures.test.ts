import { createHash } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, it, vi } from 'vitest';
import type { CaptureRef } from '../../contract/capture.js';
import { CaptureMissingError } from '../../storage/capture-store.js';
import { loadCapture, type CaptureSource } from './load-capture.js';
import { shareCaptures } from './share-captures.js';

const BYTES = Buffer.from('bytes of a picture');

const refOf = (key: string, bytes: Uint8Array = BYTES): CaptureRef => ({
  documentType: 'KTP',
  key,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
});

/** A store that has one object at every key, and checks that share it. */
function createShared() {
  const fetch = vi.fn<CaptureSource['captures']['fetch']>(() =>
    Promise.resolve(Buffer.from(BYTES)),
  );
  const decodeImage = vi.fn<CaptureSource['models']['decodeImage']>(() =>
    Promise.resolve({ width: 1, height: 1, data: new Uint8Array(3) }),
  );
  const withCaptures = shareCaptures({ captures: { fetch }, models: { decodeImage } });
  /** A check that loads a capture and then waits for others. */
  const check = (ref: CaptureRef, others: () => Promise<unknown> = () => Promise.resolve()) =>
    new MockActivityEnvironment().run(() =>
      withCaptures(async (source) => {
        const { image, unusable } = await loadCapture(source, ref);
        await others();
        return image ?? unusable;
      }),
    );
  return { fetch, decodeImage, withCaptures, check };
}

it('fetches and decodes a capture once for checks that run side by side, into one picture', async () => {
  const { fetch, decodeImage, check } = createShared();
  const [one, other] = await Promise.all([check(refOf('k')), check(refOf('k'))]);
  expect(one).toBe(other);
  expect([fetch, decodeImage].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

it('holds a capture for as long as any of its checks runs, and no longer', async () => {
  const { fetch, check } = createShared();
  let seen: unknown = null;
  const first = await check(refOf('k'), async () => {
    // The first goes on while a second comes and goes, and a third finds the picture still.
    await check(refOf('k'));
    seen = await check(refOf('k'));
  });
  expect(seen).toBe(first);
  expect(fetch).toHaveBeenCalledTimes(1);
  fetch.mockRejectedValue(new CaptureMissingError('erased'));
  await expect(check(refOf('k'))).rejects.toMatchObject({ type: 'ObjectMissing' });
});

it('lets go of a capture whose check failed, and asks the store again', async () => {
  const { fetch, check } = createShared();
  fetch.mockRejectedValueOnce(new Error('connect refused'));
  const failed = await Promise.allSettled([check(refOf('k')), check(refOf('k'))]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(await check(refOf('k'))).toMatchObject({ width: 1 });
});

it('answers no check with another capture, nor with one that is not its own any more', async () => {
  const { fetch, check } = createShared();
  const replaced = refOf('k', Buffer.from('what was confirmed'));
  let [another, unlike]: unknown[] = [];
  const first = await check(refOf('k'), async () => {
    another = await check(refOf('of another submission'));
    unlike = await check(replaced);
  });
  expect(another).toMatchObject({ width: 1 });
  expect(another).not.toBe(first);
  expect(unlike).toBe('KTP_NOT_READABLE');
  expect(fetch.mock.calls).toEqual([['k'], ['of another submission']]);
});

it('decodes within limits of their own what has such, each time', async () => {
  const { decodeImage, withCaptures } = createShared();
  await withCaptures(async ({ models }) => {
    await models.decodeImage(BYTES);
    await models.decodeImage(BYTES, { maxPixels: 9 });
    await models.decodeImage(BYTES);
  });
  expect(decodeImage.mock.calls).toEqual([[BYTES], [BYTES, { maxPixels: 9 }]]);
});
