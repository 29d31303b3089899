import type { CardFont, TextLine } from '../card/card-font.js';
import type { PrintedFields } from '../card/printed-fields.js';
import type { SpecimenRandom } from '../specimen-random.js';

/** A drawn paper or plastic card that is no KTP. */
export interface DocumentSheet {
  readonly width: number;
  readonly height: number;
  /** Inside of an `<svg>`. */
  readonly drawing: string;
}

export interface DocumentTools {
  /** An invented person, so that the papers carry the same kinds of values as a KTP. */
  readonly fields: PrintedFields;
  readonly random: SpecimenRandom;
  readonly font: CardFont;
}

/** The size of a KTP in pixels, which most plastic cards share. */
export const PLASTIC = { width: 1428, height: 900 } as const;

export function drawPaper(fill: string): string {
  return `<rect width="100%" height="100%" fill="${fill}"/>`;
}

/** A line in the middle of the sheet. */
export function drawTitle(
  text: string,
  place: { readonly width: number; readonly y: number; readonly size: number },
  { font }: DocumentTools,
): string {
  return font.drawText({
    text,
    x: place.width / 2,
    centreY: place.y,
    size: place.size,
    weight: 700,
    anchor: 'middle',
    maxWidth: place.width * 0.94,
  });
}

/** Labels, colons and values in columns, as on most Indonesian papers. */
export function drawRows(
  rows: readonly (readonly [label: string, value: string])[],
  place: {
    readonly x: number;
    readonly valueX: number;
    readonly right: number;
    readonly y: number;
    readonly pitch: number;
    readonly size: number;
    readonly colon?: string;
  },
  { font }: DocumentTools,
): string {
  const drawn = rows.flatMap(([label, value], row) => {
    const centreY = place.y + row * place.pitch;
    const line = (text: string, x: number, weight: TextLine['weight'], right: number) =>
      font.drawText({ text, x, centreY, size: place.size, weight, maxWidth: right - x });
    return [
      line(label, place.x, 600, place.valueX - place.size * 0.7),
      line(place.colon ?? ':', place.valueX - place.size * 0.5, 600, place.valueX),
      line(value, place.valueX, 700, place.right),
    ];
  });
  return `<g fill="#1a1c20">${drawn.join('')}</g>`;
}

/** A grey person before a colour. */
export function drawHead(
  place: { readonly x: number; readonly y: number; readonly width: number },
  colour: string,
): string {
  const scale = place.width / 288;
  return `<g transform="translate(${place.x.toFixed(0)} ${place.y.toFixed(0)}) scale(${scale.toFixed(3)})"><rect width="288" height="384" fill="${colour}"/><g fill="#8f959b"><ellipse cx="144" cy="150" rx="66" ry="84"/><path d="M114 215h60v45q66 14 84 66v58H30v-58q18-52 84-66z"/></g></g>`;
}

/** Says on the sheet itself that it is drawn. */
export function drawSampleMark(
  size: { readonly width: number; readonly height: number },
  { font }: DocumentTools,
): string {
  const mark = font.drawText({
    text: 'CONTOH - DATA FIKTIF',
    x: size.width / 2,
    centreY: size.height - 26,
    size: 24,
    weight: 600,
    anchor: 'middle',
  });
  return `<g fill="#c0392b" fill-opacity="0.8">${mark}</g>`;
}
