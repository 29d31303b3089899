import { describe, expect, it } from 'vitest';
import { splitFrames } from '../../../contract/frame-sequence.js';
import { createChance, drawTinyJpeg } from '../../../contract/testing/tiny-jpeg.js';
import { joinCapture } from './join-capture.js';

const chance = createChance(7);
const jpegBlob = (bytes: Uint8Array): Blob =>
  new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' });
const still = drawTinyJpeg(chance);
const pictures = [drawTinyJpeg(chance), drawTinyJpeg(chance)];
const burst = {
  still: jpegBlob(still),
  frames: pictures.map((jpeg, index) => ({ jpeg: jpegBlob(jpeg), atMs: index * 133 })),
};

async function split(blob: Blob) {
  return splitFrames(new Uint8Array(await blob.arrayBuffer()));
}

describe('joinCapture', () => {
  it('puts the frames behind the still, each with the nonce and its time', async () => {
    const joined = await joinCapture(burst, 'nonce-1');
    expect(joined.type).toBe('image/jpeg');
    const sequence = await split(joined);
    expect([...sequence.still]).toEqual([...still]);
    expect(sequence.frames.map(({ atMs, nonce }) => ({ atMs, nonce }))).toEqual([
      { atMs: 0, nonce: 'nonce-1' },
      { atMs: 133, nonce: 'nonce-1' },
    ]);
    expect(sequence.frames.map(({ jpeg }) => [...jpeg])).toEqual(pictures.map((each) => [...each]));
  });

  it('sends the still as it is to a service that gives no nonce', async () => {
    expect(await joinCapture(burst, null)).toBe(burst.still);
  });

  it('sends a capture without frames as it is', async () => {
    const card = { still: burst.still, frames: [] };
    expect(await joinCapture(card, 'nonce-1')).toBe(card.still);
  });

  it('sends the still alone when the frames cannot travel with it', async () => {
    const broken = { still: burst.still, frames: [{ jpeg: new Blob(['no picture']), atMs: 0 }] };
    expect(await joinCapture(broken, 'nonce-1')).toBe(broken.still);
  });
});
