import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { joinFrames, splitFrames } from '../contract/frame-sequence.js';
import { createChance, drawTinyJpeg } from '../contract/testing/tiny-jpeg.js';
import { createCaptureNonces } from './capture-nonces.js';

const [first, second] = [randomBytes(32), randomBytes(32)];
const ring = { activeKeyId: 'k1', keys: new Map([['k1', first]]) };
const rotated = {
  activeKeyId: 'k2',
  keys: new Map([
    ['k2', second],
    ['k1', first],
  ]),
};
const place = { submissionId: '0190b6a2-6c9e-7abc-8def-0123456789ab', attempt: 1 };

it('the same attempt has the same nonce, every other one another', () => {
  const nonces = createCaptureNonces(ring);
  expect(nonces.issue(place)).toBe(nonces.issue({ ...place }));
  const others = [
    { ...place, attempt: 2 },
    { ...place, submissionId: '0190b6a2-6c9e-7abc-8def-0123456789ac' },
  ];
  for (const other of others) {
    expect(nonces.issue(other)).not.toBe(nonces.issue(place));
    expect(nonces.isIssued(other, nonces.issue(place))).toBe(false);
  }
});

it('a nonce is good after the keys were changed, while its key is in the ring', () => {
  const nonce = createCaptureNonces(ring).issue(place);
  expect(createCaptureNonces(rotated).isIssued(place, nonce)).toBe(true);
  expect(createCaptureNonces(rotated).issue(place)).not.toBe(nonce);
  const without = { activeKeyId: 'k2', keys: new Map([['k2', second]]) };
  expect(createCaptureNonces(without).isIssued(place, nonce)).toBe(false);
});

it.each(['', 'x', 'not a nonce', 'A'.repeat(22)])('%j was issued by nobody', (nonce) => {
  expect(createCaptureNonces(ring).isIssued(place, nonce)).toBe(false);
});

it('may stand in a frame', () => {
  const nonce = createCaptureNonces(ring).issue(place);
  const still = drawTinyJpeg(createChance(1));
  const joined = joinFrames({ still, frames: [{ jpeg: still, atMs: 0 }], nonce });
  expect(splitFrames(joined).frames[0]?.nonce).toBe(nonce);
});
