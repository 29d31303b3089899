import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeImage, MAX_IMAGE_BYTES } from './decode-image.js';

const plain = sharp({
  create: { width: 200, height: 100, channels: 3, background: { r: 200, g: 30, b: 10 } },
});

describe('decodeImage', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('decodes %s to interleaved RGB', async (format) => {
    const image = await decodeImage(await plain.clone().toFormat(format).toBuffer());
    expect([image.width, image.height, image.data.length]).toEqual([200, 100, 200 * 100 * 3]);
    const [red, green, blue] = image.data;
    expect(Math.abs(red! - 200) + Math.abs(green! - 30) + Math.abs(blue! - 10)).toBeLessThan(12);
  });

  it('applies the EXIF orientation', async () => {
    const sideways = await plain.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const image = await decodeImage(sideways);
    expect([image.width, image.height]).toEqual([100, 200]);
  });

  it('decodes a grey picture and one with alpha to three channels', async () => {
    const grey = await decodeImage(await plain.clone().greyscale().png().toBuffer());
    const clear = await decodeImage(await plain.clone().ensureAlpha(0).png().toBuffer());
    expect(grey.data.length).toBe(200 * 100 * 3);
    expect(grey.data[0]).toBe(grey.data[2]);
    expect(clear.data.length).toBe(200 * 100 * 3);
  });

  it('decodes 16 bits a channel to 8', async () => {
    const deep = await plain.clone().toColourspace('rgb16').png().toBuffer();
    const image = await decodeImage(deep);
    expect(image.data.length).toBe(200 * 100 * 3);
    expect(Math.abs(image.data[0]! - 200)).toBeLessThan(4);
  });

  it.each([
    ['text', Buffer.from('this is no picture at all, only text that is long enough')],
    ['nothing', Buffer.alloc(0)],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>')],
  ])('refuses %s as not an image', async (_, bytes) => {
    await expect(decodeImage(bytes)).rejects.toMatchObject({ reason: 'NOT_AN_IMAGE' });
  });

  it('refuses an image type outside the contract', async () => {
    const gif = await plain.clone().gif().toBuffer();
    await expect(decodeImage(gif)).rejects.toMatchObject({ reason: 'NOT_AN_IMAGE' });
  });

  it.each(['jpeg', 'png', 'webp'] as const)('refuses a %s that ends early', async (format) => {
    const whole = await noise().toFormat(format).toBuffer();
    for (const share of [0.4, 0.9]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      await expect(decodeImage(cut)).rejects.toMatchObject({ reason: 'TRUNCATED' });
    }
  });

  it('refuses a small PNG that declares 30,000 × 30,000 pixels without decoding it', async () => {
    const bomb = declarePng(30_000, 30_000);
    expect(bomb.length).toBeLessThan(1000);
    await expect(decodeImage(bomb)).rejects.toMatchObject({ reason: 'TOO_LARGE' });
  });

  it('refuses a strip and a thumbnail', async () => {
    await expect(decodeImage(declarePng(12_001, 70))).rejects.toMatchObject({
      reason: 'TOO_LARGE',
    });
    const thumbnail = await plain.clone().resize(63, 63).png().toBuffer();
    await expect(decodeImage(thumbnail)).rejects.toMatchObject({ reason: 'TOO_SMALL' });
  });

  it('refuses more bytes than the contract allows', async () => {
    const bytes = Buffer.alloc(MAX_IMAGE_BYTES + 1);
    await expect(decodeImage(bytes)).rejects.toMatchObject({ reason: 'TOO_LARGE' });
  });
});

/** Noise, because a plain picture compresses to so little that a cut may miss the pixels. */
function noise() {
  return sharp({
    create: {
      width: 200,
      height: 100,
      channels: 3,
      background: '#777777',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
}

/** A PNG of a few bytes whose header claims the given size. */
function declarePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(8 + body.length);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 4 + body.length);
  return chunk;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
