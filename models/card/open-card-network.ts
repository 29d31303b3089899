import { readFile } from 'node:fs/promises';
import type { InferenceSession } from 'onnxruntime-node';
import { openSession } from '../weights/create-session.js';

/** The networks that ship with the project; their model card lies beside them. */
export async function openCardNetwork(
  name: 'card-locator' | 'card-line-map',
): Promise<InferenceSession> {
  return await openSession(await readFile(new URL(`networks/${name}.onnx`, import.meta.url)));
}
