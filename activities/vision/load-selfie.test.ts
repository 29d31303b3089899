import { createHash } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import { joinFrames } from '../../contract/frame-sequence.js';
import { createChance, drawTinyJpeg } from '../../contract/testing/tiny-jpeg.js';
import { decodeImage } from '../../models/image/decode-image.js';
import { drawGreyJpeg } from '../../models/image/testing/draw-grey-jpeg.js';
import { loadCapture } from './load-capture.js';
import { loadSelfie } from './load-selfie.js';

const NONCE = 'a-nonce';
const still = await drawGreyJpeg({ width: 96, height: 128, level: 200 });
const frame = await drawGreyJpeg({ width: 72, height: 96, level: 60 });
const progressive = await drawGreyJpeg({ width: 72, height: 96, level: 60, isProgressive: true });
const tooLarge = await drawGreyJpeg({ width: 1920, height: 1200, level: 60 });

function capture(bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    source: { captures: { fetch: () => Promise.resolve(bytes) }, models: { decodeImage } },
    ref: { documentType: 'SELFIE', key: 'k', sha256, bytes: bytes.length } as const,
  };
}

const inActivity = <Output>(run: () => Promise<Output>) =>
  new MockActivityEnvironment().run<[], Output, typeof run>(run);

function load(bytes: Uint8Array) {
  const { source, ref } = capture(bytes);
  return inActivity(() => loadSelfie(source, ref));
}

const join = (...jpegs: Uint8Array[]) =>
  joinFrames({
    still,
    nonce: NONCE,
    frames: jpegs.map((jpeg, index) => ({ jpeg, atMs: index * 100 })),
  });

describe('a selfie with frames', () => {
  it('is decoded into the still and its frames', async () => {
    const { selfie } = await load(join(frame, progressive));
    expect(selfie).toMatchObject({
      still: { width: 96, height: 128 },
      frames: [
        { atMs: 0, image: { width: 72, height: 96 } },
        { atMs: 100, image: { width: 72, height: 96 } },
      ],
      nonces: [NONCE],
      areFramesBroken: false,
    });
  });

  it('has the digests that its pictures have alone, whatever the nonce', async () => {
    const alone = await load(still);
    const together = await load(join(frame));
    expect(together.selfie?.stillDigest).toBe(alone.selfie?.stillDigest);
    expect(together.selfie?.frames[0]?.digest).toBe((await load(frame)).selfie?.stillDigest);
  });

  it('is the still alone to every other check', async () => {
    const { source, ref } = capture(join(frame, frame));
    const { image } = await inActivity(() => loadCapture(source, ref));
    expect(image).toEqual(await decodeImage(still));
  });

  it.each([
    ['no picture', () => join(drawTinyJpeg(createChance(1)))],
    ['cut off', () => join(frame).subarray(0, -9)],
    ['larger than a frame may be', () => join(tooLarge)],
  ])('keeps its still when a frame is %s', async (_case, bytes) => {
    const { selfie } = await load(Uint8Array.from(bytes()));
    expect(selfie).toMatchObject({ still: { width: 96 }, frames: [], areFramesBroken: true });
  });

  it('without frames has none, and nothing is broken', async () => {
    expect((await load(still)).selfie).toMatchObject({
      frames: [],
      nonces: [],
      areFramesBroken: false,
    });
  });

  it('is taken again when the still is no picture, whatever follows', async () => {
    const nothing = drawTinyJpeg(createChance(2));
    const joined = joinFrames({
      still: nothing,
      nonce: NONCE,
      frames: [{ jpeg: frame, atMs: 0 }],
    });
    expect(await load(joined)).toEqual({ selfie: null, unusable: 'FACE_NOT_FOUND' });
  });
});
