import type { InferenceSession } from 'onnxruntime-node';
import { openSession } from '../weights/create-session.js';
import { readShippedNetwork } from '../weights/read-shipped-network.js';
import lineMap from './networks/card-line-map.json' with { type: 'json' };
import locator from './networks/card-locator.json' with { type: 'json' };

const MODEL_CARDS = { 'card-locator': locator, 'card-line-map': lineMap } as const;

/**
 * The networks that ship with the project; their model card lies beside them.
 *
 * @throws WeightError
 */
export async function openCardNetwork(name: keyof typeof MODEL_CARDS): Promise<InferenceSession> {
  const file = new URL(`networks/${name}.onnx`, import.meta.url);
  return await openSession(await readShippedNetwork(file, MODEL_CARDS[name].sha256));
}
