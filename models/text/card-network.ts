import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import card from './card-recogniser/card-recogniser.json' with { type: 'json' };
import type { LineNetwork } from './recognise-line.js';

const NETWORK = new URL('card-recogniser/card-recogniser.onnx', import.meta.url);

const modelCard = z.object({ glyphs: z.string() });

/** The recogniser that ships with the project; its model card lies beside it. */
export async function loadCardNetwork(): Promise<LineNetwork> {
  const { glyphs } = modelCard.parse(card);
  return { network: await readFile(NETWORK), classes: ['', ...Array.from(glyphs)] };
}
