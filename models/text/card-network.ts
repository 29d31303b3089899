import { z } from 'zod';
import { readShippedNetwork } from '../weights/read-shipped-network.js';
import card from './card-recogniser/card-recogniser.json' with { type: 'json' };
import type { LineNetwork } from './recognise-line.js';

const NETWORK = new URL('card-recogniser/card-recogniser.onnx', import.meta.url);

const modelCard = z.object({ glyphs: z.string(), sha256: z.string() });

/**
 * The recogniser that ships with the project; its model card lies beside it.
 *
 * @throws WeightError
 */
export async function loadCardNetwork(): Promise<LineNetwork> {
  const { glyphs, sha256 } = modelCard.parse(card);
  return {
    network: await readShippedNetwork(NETWORK, sha256),
    classes: ['', ...Array.from(glyphs)],
  };
}
