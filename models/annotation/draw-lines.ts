import type { TextLine } from '../card/text-line.js';
import { drawQuad } from './draw-shape.js';
import type { ShownValue } from './list-values.js';
import { PALETTE } from './palette.js';
import { placeBox, type PictureView } from './picture-view.js';

const THIN = 1;
const BOLD = 2.5;

/** A box around every line that was read: values in the colour of their confidence, others thin. */
export function drawLines(
  lines: readonly TextLine[],
  values: readonly ShownValue[],
  view: PictureView,
): string {
  const labels = listLabels(lines, values).map(({ box }) =>
    drawQuad(placeBox(box, view), { colour: PALETTE.label, width: THIN }),
  );
  const boxes = values.flatMap(({ lines: own, colour }) =>
    own.map(({ box }) => drawQuad(placeBox(box, view), { colour, width: BOLD })),
  );
  return [...labels, ...boxes].join('');
}

/** The lines that are no values. */
export function listLabels(
  lines: readonly TextLine[],
  values: readonly ShownValue[],
): readonly TextLine[] {
  const taken = new Set(values.flatMap((value) => value.lines.map(({ box }) => box)));
  return lines.filter(({ box }) => !taken.has(box));
}
