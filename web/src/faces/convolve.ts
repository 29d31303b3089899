import { INPUT_SIDE, STEM_CHANNELS, STEM_SIDE, type Layer } from './face-layers.js';
import { placeOf, type FeatureMap } from './feature-map.js';

/*
 * Convolutions in plain numbers: WebAssembly would need `'wasm-unsafe-eval'` in the content policy. The
 * inner loops are written out, since they are nearly all of the time that a face takes to find.
 */

/** Nothing around the picture: an even side halved has one row before it and two behind. */
const RIM = 1;
/** Side of the picture with what lies around it. */
export const RIMMED_SIDE = INPUT_SIDE + STEM_SIDE - 2;

/** Where a pixel of the picture lies among the values that the stem looks at. */
export function placeInPicture(x: number, y: number): number {
  return (y + RIM) * RIMMED_SIDE + x + RIM;
}

/** The first layer: a kernel of five by five over every second pixel of a grey picture. */
export function runStem(picture: Float32Array, { taps, bias }: Layer, to: FeatureMap): void {
  for (let y = 0; y < to.side; y += 1) {
    for (let x = 0; x < to.side; x += 1) {
      const out = placeOf(to, x, y);
      for (let channel = 0, tap = 0; channel < STEM_CHANNELS; channel += 1) {
        let sum = bias[channel] ?? 0;
        for (let row = 0; row < STEM_SIDE; row += 1, tap += STEM_SIDE) {
          const at = (2 * y + row) * RIMMED_SIDE + 2 * x;
          sum +=
            (picture[at] ?? 0) * (taps[tap] ?? 0) +
            (picture[at + 1] ?? 0) * (taps[tap + 1] ?? 0) +
            (picture[at + 2] ?? 0) * (taps[tap + 2] ?? 0) +
            (picture[at + 3] ?? 0) * (taps[tap + 3] ?? 0) +
            (picture[at + 4] ?? 0) * (taps[tap + 4] ?? 0);
        }
        to.values[out + channel] = sum > 0 ? sum : 0;
      }
    }
  }
}

/** A kernel of three by three over each channel by itself: one row of what comes out. */
export function runDepthwise(
  from: FeatureMap,
  { taps, bias }: Layer,
  { y, step }: { readonly y: number; readonly step: number },
  row: Float32Array,
): void {
  const { channels, values } = from;
  const [line, next] = [(from.side + 2) * channels, 2 * channels];
  // An even side halved has nothing before it and one row of nothing behind.
  const before = step === 1 ? 1 : 0;
  for (let x = 0, at = 0; x < from.side; x += step, at += channels) {
    const first = placeOf(from, x - before, y * step - before);
    for (let channel = 0; channel < channels; channel += 1) {
      const a = first + channel;
      const [b, c] = [a + line, a + 2 * line];
      row[at + channel] =
        (bias[channel] ?? 0) +
        (values[a] ?? 0) * (taps[channel] ?? 0) +
        (values[a + channels] ?? 0) * (taps[channels + channel] ?? 0) +
        (values[a + next] ?? 0) * (taps[2 * channels + channel] ?? 0) +
        (values[b] ?? 0) * (taps[3 * channels + channel] ?? 0) +
        (values[b + channels] ?? 0) * (taps[4 * channels + channel] ?? 0) +
        (values[b + next] ?? 0) * (taps[5 * channels + channel] ?? 0) +
        (values[c] ?? 0) * (taps[6 * channels + channel] ?? 0) +
        (values[c + channels] ?? 0) * (taps[7 * channels + channel] ?? 0) +
        (values[c + next] ?? 0) * (taps[8 * channels + channel] ?? 0);
    }
  }
}

/** Pixels one behind the other, from a place on. */
export interface PixelRow {
  readonly values: Float32Array;
  readonly first: number;
}

/**
 * Adds to each pixel what a layer makes of its channels; two pixels by two channels at once, so that each
 * value that is loaded is used twice. Both have to be even.
 */
export function addPointwise(
  { values: from, first }: PixelRow,
  { taps, bias }: Layer,
  { values: to, first: target }: PixelRow,
  pixels: number,
): void {
  const channels = bias.length;
  const depth = taps.length / channels;
  for (let pixel = 0; pixel < pixels; pixel += 2) {
    const near = first + pixel * depth;
    const far = near + depth;
    for (let channel = 0; channel < channels; channel += 2) {
      const upper = channel * depth;
      const lower = upper + depth;
      let nearUpper = bias[channel] ?? 0;
      let nearLower = bias[channel + 1] ?? 0;
      let farUpper = nearUpper;
      let farLower = nearLower;
      for (let index = 0; index < depth; index += 1) {
        const a = from[near + index] ?? 0;
        const b = from[far + index] ?? 0;
        const u = taps[upper + index] ?? 0;
        const v = taps[lower + index] ?? 0;
        nearUpper += a * u;
        nearLower += a * v;
        farUpper += b * u;
        farLower += b * v;
      }
      const out = target + pixel * channels + channel;
      to[out] = (to[out] ?? 0) + nearUpper;
      to[out + 1] = (to[out + 1] ?? 0) + nearLower;
      to[out + channels] = (to[out + channels] ?? 0) + farUpper;
      to[out + channels + 1] = (to[out + channels + 1] ?? 0) + farLower;
    }
  }
}
