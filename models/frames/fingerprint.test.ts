import { describe, expect, it } from 'vitest';
import { decodeImage } from '../image/decode-image.js';
import { wholeRegion } from '../image/region.js';
import { mirrorImage } from '../image/mirror-image.js';
import { encodeJpeg, resizeRegion } from '../image/resize-region.js';
import { drawScene } from './testing/draw-scene.js';
import { distanceOf, fingerprintOf, FINGERPRINT_BITS, mirrorFingerprint } from './fingerprint.js';
import { NEAR_COPY_DISTANCE } from './thresholds.js';

const scene = drawScene({ seed: 1 });

describe('fingerprintOf', () => {
  it('is 256 bits in hexadecimal digits, the same for the same picture', async () => {
    const fingerprint = await fingerprintOf(scene);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprintOf(drawScene({ seed: 1 }))).toBe(fingerprint);
  });

  it.each([30, 60, 90])('stays near in a copy of JPEG quality %i', async (quality) => {
    const copy = await decodeImage(await encodeJpeg(scene, quality));
    expect(distanceOf(await fingerprintOf(scene), await fingerprintOf(copy))).toBeLessThanOrEqual(
      NEAR_COPY_DISTANCE,
    );
  });

  it('stays near in a copy of half the size that is lighter', async () => {
    const half = await resizeRegion(scene, wholeRegion(scene), { width: 160, height: 120 });
    const lighter = { ...half, data: half.data.map((level) => Math.min(level * 1.05 + 5, 255)) };
    expect(
      distanceOf(await fingerprintOf(scene), await fingerprintOf(lighter)),
    ).toBeLessThanOrEqual(NEAR_COPY_DISTANCE);
  });

  it('is far when the camera has moved by a twentieth', async () => {
    const moved = await fingerprintOf(drawScene({ seed: 1, shift: 16 }));
    expect(distanceOf(await fingerprintOf(scene), moved)).toBeGreaterThan(NEAR_COPY_DISTANCE * 2);
  });

  it('is far from another picture', async () => {
    const other = await fingerprintOf(drawScene({ seed: 2 }));
    expect(distanceOf(await fingerprintOf(scene), other)).toBeGreaterThan(FINGERPRINT_BITS / 4);
  });
});

describe('distanceOf', () => {
  it('counts the bits that differ', () => {
    expect(distanceOf('0'.repeat(64), `${'0'.repeat(62)}f1`)).toBe(5);
  });

  it.each(['', 'xyz', 'g'.repeat(64), '0'.repeat(63)])('refuses %j', (text) => {
    expect(() => distanceOf('0'.repeat(64), text)).toThrow(RangeError);
  });
});

describe('mirrorFingerprint', () => {
  it('is that of the mirror image, and back again', async () => {
    const fingerprint = await fingerprintOf(scene);
    const mirrored = await fingerprintOf(mirrorImage(scene));
    expect(distanceOf(mirrorFingerprint(fingerprint), mirrored)).toBeLessThanOrEqual(2);
    expect(distanceOf(fingerprint, mirrored)).toBeGreaterThan(FINGERPRINT_BITS / 4);
    expect(mirrorFingerprint(mirrorFingerprint(fingerprint))).toBe(fingerprint);
  });
});
