import { quantile, type CardBlocks } from './card-blocks.js';

/**
 * How much colour a card shows beyond one cast over all of it: the 98th percentile of the
 * blocks' distance from the card's mean colour, as a share of the brightest paper. A grey copy has
 * next to none, whatever light it was photographed in; a card has its portrait's background.
 */
export function measureColour(blocks: CardBlocks): number {
  const { red, green, blue, light } = blocks;
  const total = sum(light);
  const gains = [sum(red) / total, sum(green) / total, sum(blue) / total] as const;
  const excess = new Float32Array(light.length);
  for (let block = 0; block < light.length; block += 1) {
    const level = light[block] ?? 0;
    excess[block] = Math.max(
      Math.abs((red[block] ?? 0) - gains[0] * level),
      Math.abs((green[block] ?? 0) - gains[1] * level),
      Math.abs((blue[block] ?? 0) - gains[2] * level),
    );
  }
  return quantile(excess, 0.98) / Math.max(quantile(light, 0.9), 1);
}

function sum(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0) || 1;
}
