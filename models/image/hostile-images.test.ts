import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { recogniseImage } from '../../contract/image-type.js';
import { changedBytes } from '../../test/fuzz/hostile.js';
import { expectSilent, settings, settle } from '../../test/fuzz/properties.js';
import { decodeImage } from './decode-image.js';
import { UndecodableImageError } from './undecodable-image-error.js';

const MOST_PIXELS = 400_000;

const FORMATS = ['jpeg', 'png', 'webp'] as const;

/** 96 × 72 with an edge, a gradient, and EXIF that turns it. */
async function draw(format: (typeof FORMATS)[number]): Promise<Uint8Array> {
  const data = Uint8Array.from({ length: 96 * 72 * 3 }, (_, at) => (at * 7 + (at >> 8)) & 0xff);
  const picture = sharp(data, { raw: { width: 96, height: 72, channels: 3 } });
  return picture.withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
}

async function expectTyped(bytes: Uint8Array): Promise<void> {
  const { value, error } = await settle(decodeImage(bytes, { maxPixels: MOST_PIXELS }));
  if (value === null) {
    expect(error).toBeInstanceOf(UndecodableImageError);
    expectSilent(error);
    return;
  }
  expect(value.width * value.height).toBeLessThanOrEqual(MOST_PIXELS);
  expect(value.data).toHaveLength(value.width * value.height * 3);
}

describe('a picture', () => {
  let drawn: Readonly<Record<(typeof FORMATS)[number], Uint8Array>>;
  beforeAll(async () => {
    const [jpeg, png, webp] = await Promise.all(FORMATS.map(draw));
    drawn = { jpeg: jpeg!, png: png!, webp: webp! };
  });

  it.each(FORMATS)(
    'as %s that was changed anywhere is decoded within the limits, or refused by its own error',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(changedBytes(drawn[format]), expectTyped),
        settings({ share: 0.7 }),
      );
    },
  );

  it('whose header was changed is decoded within the limits, or refused by its own error', async () => {
    const heads = fc.constantFrom(...FORMATS).chain((format) => {
      const whole = drawn[format];
      return changedBytes(whole.subarray(0, 64)).map((head) =>
        Buffer.concat([head, whole.subarray(64)]),
      );
    });
    await fc.assert(fc.asyncProperty(heads, expectTyped), settings({ share: 0.7 }));
  });

  it('is JPEG, PNG or neither by its first bytes, whatever stands behind them', async () => {
    const given = fc.oneof(
      changedBytes(drawn.jpeg.subarray(0, 16)),
      changedBytes(drawn.png.subarray(0, 16)),
      changedBytes(drawn.webp.subarray(0, 16)),
    );
    await fc.assert(
      fc.asyncProperty(given, async (bytes) => {
        const type = recogniseImage(bytes);
        expect([null, 'image/jpeg', 'image/png']).toContain(type);
        await expectTyped(bytes);
      }),
      settings(),
    );
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"></svg>')],
    ['an SVG that names a file', Buffer.from('<svg><image href="file:///etc/passwd"/></svg>')],
    ['XML with entities', Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><svg/>')],
    ['TIFF', Buffer.from('49492a0008000000', 'hex')],
    ['GIF', Buffer.from('GIF89a')],
    ['HEIF', Buffer.from('0000001866747970686569630000', 'hex')],
    ['PDF', Buffer.from('%PDF-1.7')],
  ])('of another kind never reaches a decoder: %s', async (_kind, bytes) => {
    const { error } = await settle(decodeImage(bytes));
    expect(error).toMatchObject({ reason: 'NOT_AN_IMAGE' });
    // What the decoder says of bytes comes as the cause.
    expect(error).not.toHaveProperty('cause');
  });
});
