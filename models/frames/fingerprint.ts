import { toGreyImage } from '../image/grey-image.js';
import type { RasterImage } from '../image/raster-image.js';
import { wholeRegion } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';

/** Bits of a fingerprint. */
export const FINGERPRINT_BITS = 256;

/** The picture is seen at this size, whatever its proportions. */
const SIDE = 64;
/**
 * Waves of the picture that have a bit: the sum of half-cycles across and down lies from the first on.
 * Coarser ones are the same in every picture taken in one place; finer ones are JPEG's to change.
 */
const FIRST_ORDER = 4;

/** Which waves have a bit, as half-cycles across and down. */
const WAVES = listWaves();
/** Half-cycles across or down of the finest of them, and one more. */
const WAVE_LIMIT = 1 + Math.max(...WAVES.map(({ across, down }) => Math.max(across, down)));
const COSINES = tabulateCosines();

/**
 * What a picture looks like in 64 hexadecimal digits: the signs of 256 coefficients of its cosine
 * transform. A copy that was encoded again, scaled or lightened is near by `distanceOf`; another
 * photograph of the same person in the same place is far. It says nothing about who is seen.
 */
export async function fingerprintOf(image: RasterImage): Promise<string> {
  const size = { width: SIDE, height: SIDE };
  const { levels } = toGreyImage(await resizeRegion(image, wholeRegion(image), size));
  const coefficients = transform(levels);
  let digits = '';
  for (let wave = 0; wave < WAVES.length; wave += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit += 1) {
      const { across, down } = WAVES[wave + bit] ?? { across: 0, down: 0 };
      digit = digit * 2 + ((coefficients[down * SIDE + across] ?? 0) > 0 ? 1 : 0);
    }
    digits += digit.toString(16);
  }
  return digits;
}

/**
 * The fingerprint of the mirror image: waves with an odd number of half-cycles across change their sign.
 * Right but for coefficients of zero, which hardly a photograph has.
 */
export function mirrorFingerprint(fingerprint: string): string {
  return Array.from(fingerprint, (digit, place) => {
    const flipped = [0, 1, 2, 3].reduce((mask, bit) => {
      const { across } = WAVES[place * 4 + bit] ?? { across: 0 };
      return mask * 2 + (across % 2);
    }, 0);
    return (parseInt(digit, 16) ^ flipped).toString(16);
  }).join('');
}

/**
 * How many of the 256 bits differ: about 128 for two pictures that have nothing in common.
 *
 * @throws RangeError for what is no fingerprint
 */
export function distanceOf(a: string, b: string): number {
  if (!isFingerprint(a) || !isFingerprint(b)) throw new RangeError('That is no fingerprint.');
  let distance = 0;
  for (let index = 0; index < a.length; index += 1) {
    let differing = parseInt(a.charAt(index), 16) ^ parseInt(b.charAt(index), 16);
    for (; differing > 0; differing >>= 1) distance += differing & 1;
  }
  return distance;
}

function isFingerprint(text: string): boolean {
  return text.length * 4 === FINGERPRINT_BITS && /^[0-9a-f]+$/.test(text);
}

/** The coarsest first, beginning with `FIRST_ORDER`. */
function listWaves(): readonly { readonly across: number; readonly down: number }[] {
  const waves: { across: number; down: number }[] = [];
  for (let order = FIRST_ORDER; waves.length < FINGERPRINT_BITS; order += 1) {
    for (let across = 0; across <= order; across += 1) waves.push({ across, down: order - across });
  }
  return waves.slice(0, FINGERPRINT_BITS);
}

/**
 * Rows, then columns, of the cosine transform (DCT-II without its scale, which no sign depends on); only as fine
 * as its waves have a bit.
 */
function transform(levels: Uint8Array): Float64Array {
  const rows = new Float64Array(SIDE * SIDE);
  const whole = new Float64Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y += 1) {
    for (let wave = 0; wave < WAVE_LIMIT; wave += 1) {
      let sum = 0;
      for (let x = 0; x < SIDE; x += 1) {
        sum += (levels[y * SIDE + x] ?? 0) * (COSINES[wave * SIDE + x] ?? 0);
      }
      rows[y * SIDE + wave] = sum;
    }
  }
  for (let x = 0; x < WAVE_LIMIT; x += 1) {
    for (let wave = 0; wave < WAVE_LIMIT; wave += 1) {
      let sum = 0;
      for (let y = 0; y < SIDE; y += 1) {
        sum += (rows[y * SIDE + x] ?? 0) * (COSINES[wave * SIDE + y] ?? 0);
      }
      whole[wave * SIDE + x] = sum;
    }
  }
  return whole;
}

function tabulateCosines(): Float64Array {
  return Float64Array.from({ length: SIDE * SIDE }, (_, index) => {
    const wave = Math.floor(index / SIDE);
    return Math.cos((Math.PI * wave * ((index % SIDE) + 0.5)) / SIDE);
  });
}
