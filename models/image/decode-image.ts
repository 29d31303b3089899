import sharp, { type Metadata } from 'sharp';
import type { RasterImage } from './raster-image.js';
import { UndecodableImageError } from './undecodable-image-error.js';

/** The upload limit of the wire contract; a phone's photograph is 2 to 8 MB. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

/** 50 megapixels, what current phones take at most; decoded this is 150 MB of memory. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/** No longer side is needed; it also refuses a strip of 1 × 50,000,000. */
export const MAX_IMAGE_SIDE_PX = 12_000;

/** Below this neither a face (detector input 320 × 240) nor a line of print can be made out. */
export const MIN_IMAGE_SIDE_PX = 64;

const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp']);

export interface DecodeLimits {
  /** Less for a picture that is one of many. */
  readonly maxPixels?: number;
}

/**
 * Decodes an untrusted JPEG, PNG or WebP upright to sRGB. The format is judged by content, limits
 * are checked before pixels are decoded, the EXIF orientation is applied and all metadata dropped.
 *
 * @throws UndecodableImageError
 */
export async function decodeImage(
  bytes: Uint8Array,
  { maxPixels = MAX_IMAGE_PIXELS }: DecodeLimits = {},
): Promise<RasterImage> {
  if (bytes.byteLength > MAX_IMAGE_BYTES) throw new UndecodableImageError('TOO_LARGE');
  // The decoder knows many more formats, SVG and TIFF among them: it sees none of their bytes.
  if (!hasImageSignature(bytes)) throw new UndecodableImageError('NOT_AN_IMAGE');
  checkLimits(await readMetadata(bytes), maxPixels);
  try {
    const { data, info } = await open(bytes)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data: toRgb(data, info.channels) };
  } catch (error) {
    // The header was sound, so what is missing or broken is the body.
    throw new UndecodableImageError('TRUNCATED', { cause: error });
  }
}

/** `failOn: 'truncated'`: a picture that ends early would come out half grey, without an error. */
function open(bytes: Uint8Array) {
  return sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_IMAGE_PIXELS, pages: 1 });
}

async function readMetadata(bytes: Uint8Array): Promise<Metadata> {
  try {
    // Without sharp's own pixel limit, so that a bomb is told from garbage by its declared size.
    return await sharp(bytes, { failOn: 'truncated', limitInputPixels: false }).metadata();
  } catch (error) {
    // What begins like a picture but has no sound header was cut or damaged.
    throw new UndecodableImageError('TRUNCATED', { cause: error });
  }
}

/** First bytes of JPEG, PNG and (around the RIFF length) WebP. */
function hasImageSignature(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  const isWebp = head.startsWith('RIFF') && head.endsWith('WEBP');
  return head.startsWith('\u00ff\u00d8\u00ff') || head.startsWith('\u0089PNG\r\n') || isWebp;
}

function checkLimits({ format, width, height }: Metadata, maxPixels: number): void {
  if (!FORMATS.has(format)) throw new UndecodableImageError('NOT_AN_IMAGE');
  const isTooLarge = width * height > maxPixels || Math.max(width, height) > MAX_IMAGE_SIDE_PX;
  if (isTooLarge) throw new UndecodableImageError('TOO_LARGE');
  if (Math.min(width, height) < MIN_IMAGE_SIDE_PX) throw new UndecodableImageError('TOO_SMALL');
}

/** A grey picture decodes to one channel. */
function toRgb(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let pixel = 0; pixel * 3 < rgb.length; pixel += 1) {
    rgb.fill(data[pixel * channels] ?? 0, pixel * 3, pixel * 3 + 3);
  }
  return rgb;
}
