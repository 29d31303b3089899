import { addPointwise, runDepthwise } from './convolve.js';
import type { Block } from './face-layers.js';
import { placeOf, type FeatureMap } from './feature-map.js';

/** A block of the network: what comes in, and what two layers make of it, added; nothing below zero. */
export function runBlock(from: FeatureMap, block: Block, to: FeatureMap, row: Float32Array): void {
  const step = from.side / to.side;
  for (let y = 0; y < to.side; y += 1) {
    runDepthwise(from, block.depthwise, { y, step }, row);
    const first = placeOf(to, 0, y);
    for (let x = 0; x < to.side; x += 1) keepPixel(from, to, { x, y, step });
    addPointwise({ values: row, first: 0 }, block.pointwise, { values: to.values, first }, to.side);
    const end = first + to.side * to.channels;
    for (let at = first; at < end; at += 1) if ((to.values[at] ?? 0) < 0) to.values[at] = 0;
  }
}

interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly step: number;
}

/** What comes in as it is, or the most of four pixels; new channels begin at nothing. */
function keepPixel(from: FeatureMap, to: FeatureMap, { x, y, step }: Pixel): void {
  const { channels, values } = from;
  const at = placeOf(from, x * step, y * step);
  const below = at + (from.side + 2) * channels;
  const out = placeOf(to, x, y);
  for (let channel = 0; channel < channels; channel += 1) {
    const own = values[at + channel] ?? 0;
    to.values[out + channel] =
      step === 1
        ? own
        : Math.max(
            own,
            values[at + channels + channel] ?? 0,
            values[below + channel] ?? 0,
            values[below + channels + channel] ?? 0,
          );
  }
  to.values.fill(0, out + channels, out + to.channels);
}
