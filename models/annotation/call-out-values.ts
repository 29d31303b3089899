import type { TextLine } from '../card/text-line.js';
import type { Callout, Span } from './callout.js';
import { formatConfidence } from './format-figure.js';
import { colourOfField, type ShownField, type ShownValue } from './list-values.js';
import { PALETTE } from './palette.js';
import { placeBox, type PictureView } from './picture-view.js';

/** Letters of a value that are shown; a longer one is in `--json`. */
const MAX_LETTERS = 44;

/** What stands beside each value: its fields with value and confidence. */
export function callOutValues(values: readonly ShownValue[], view: PictureView): Callout[] {
  return values.flatMap(({ lines, fields, colour }) =>
    findWidest(lines).map(({ box }) => ({
      target: placeBox(box, view),
      spans: fields.flatMap(nameField),
      colour,
    })),
  );
}

/** A colon may be a line of its own. */
function findWidest(lines: readonly TextLine[]): TextLine[] {
  return [...lines].sort((a, b) => b.box.width - a.box.width).slice(0, 1);
}

function nameField(shown: ShownField): Span[] {
  const { field, value, confidence, reason } = shown;
  const colour = colourOfField(shown);
  return [
    { text: field, weight: 400, colour: PALETTE.quiet },
    ...(value === null
      ? []
      : [{ text: shorten(value), weight: 600, colour: PALETTE.text } as const]),
    {
      text: confidence === null ? nameReason(reason) : formatConfidence(confidence),
      weight: 700,
      colour,
    },
  ];
}

function nameReason(reason: ShownField['reason']): string {
  return (reason ?? 'not seen').toLowerCase();
}

function shorten(value: string): string {
  return value.length > MAX_LETTERS ? `${value.slice(0, MAX_LETTERS - 1)}…` : value;
}
