import type { Quad } from '../image/homography.js';

/**
 * What can be wrong with a picture of a card, or with the card.
 *
 * - `blur`, `motion`: of the print. - `darkness`, `overexposure`: of the card, or of the picture
 *   where no card was found. - `size`: of the letters. - `crop`: fields beyond the picture's border.
 * - `glare`, `obstruction`: over values. - `photocopy`: no colour. - `screen`: a display's grid.
 * - `portrait`: nothing but paper where the portrait belongs. - `pasting`: a portrait that is turned
 *   against the print. - `print`: the square corners of paper.
 */
export type CardSignName =
  | 'blur'
  | 'motion'
  | 'darkness'
  | 'overexposure'
  | 'size'
  | 'crop'
  | 'glare'
  | 'obstruction'
  | 'photocopy'
  | 'screen'
  | 'portrait'
  | 'pasting'
  | 'print';

export interface CardSign {
  readonly name: CardSignName;
  /** Quality is the picture's, authenticity the document's. */
  readonly kind: 'QUALITY' | 'AUTHENTICITY';
  /** The more, the worse; each sign has its own scale. */
  readonly score: number;
  readonly threshold: number;
  /** Whether the score reaches the threshold. */
  readonly isFault: boolean;
  /** Where the picture shows the fault, in its pixels; empty where it is the whole picture. */
  readonly regions: readonly Quad[];
}

const AUTHENTICITY: ReadonlySet<CardSignName> = new Set<CardSignName>([
  'photocopy',
  'screen',
  'portrait',
  'pasting',
  'print',
]);

/**
 * A sign as measured.
 *
 * @param regions where it shows, should it be a fault
 */
export function toSign(
  name: CardSignName,
  score: number,
  threshold: number,
  regions: readonly Quad[] = [],
): CardSign {
  const kind = AUTHENTICITY.has(name) ? 'AUTHENTICITY' : 'QUALITY';
  const isFault = score >= threshold;
  return { name, kind, score, threshold, isFault, regions: isFault ? regions : [] };
}
