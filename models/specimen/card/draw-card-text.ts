import type { TextLine } from './card-font.js';
import { CARD } from './card-layout.js';
import type { CardPen } from './card-pen.js';
import { FIELD_ROWS, type FieldRow } from './card-style.js';
import { drawNikLine } from './draw-nik-line.js';
import type { PrintedFields } from './printed-fields.js';
import { wrapValue } from './wrap-value.js';

/** Header, labels and values as an SVG group. */
export function drawCardText(fields: PrintedFields, pen: CardPen): string {
  const { ink } = pen.style;
  return `<g fill="${ink}" color="${ink}">${[
    drawHeader(fields, pen),
    drawNikLine(fields.nik, pen),
    drawRows(fields, pen),
    drawIssue(fields, pen),
  ].join('')}</g>`;
}

function valueOf(fields: PrintedFields, row: FieldRow): string {
  if (row !== 'birth') return fields[row];
  return [fields.birthPlace, fields.birthDate].filter((part) => part !== '').join(', ');
}

const INDENTED_ROWS: ReadonlySet<FieldRow> = new Set(['rtRw', 'kelurahan', 'kecamatan']);
const WRAPPED_ROWS: ReadonlySet<FieldRow> = new Set(['name', 'address']);
/** The foot's mark stands below. */
const LAST_ROW = 0.905;

function drawRows(fields: PrintedFields, pen: CardPen): string {
  const { rows, wrapsLongValues } = pen.style;
  const entries = FIELD_ROWS.map((row) => {
    const value = valueOf(fields, row);
    const isWrapped = wrapsLongValues && WRAPPED_ROWS.has(row);
    const measure = (text: string) => pen.font.measureText(placeValue(text, 0, pen));
    return { row, lines: isWrapped ? wrapValue(value, widthOf(pen), measure) : [value] };
  });
  const count = entries.reduce((sum, { lines }) => sum + lines.length, 0);
  const pitch = Math.min(rows.pitch, (LAST_ROW - rows.first) / (count - 1));
  let y = rows.first;
  const drawn: string[] = [];
  for (const { row, lines } of entries) {
    drawn.push(drawLabel(row, y, pen));
    if (row === 'gender') drawn.push(drawBloodType(fields.bloodType, y, pen));
    for (const line of lines) {
      drawn.push(pen.font.drawText(placeValue(line, y, pen)));
      y += pitch;
    }
  }
  return drawn.join('');
}

function widthOf({ style: { columns } }: CardPen): number {
  return (columns.valueEnd - columns.value) * CARD.width;
}

function placeValue(text: string, y: number, pen: CardPen): TextLine {
  const { columns, sizes, weights, squeeze, letterSpacing } = pen.style;
  return {
    text,
    x: columns.value * CARD.width,
    centreY: y * CARD.height,
    size: sizes.value,
    weight: weights.value,
    maxWidth: widthOf(pen),
    squeeze,
    letterSpacing,
  };
}

function drawLabel(row: FieldRow, y: number, pen: CardPen): string {
  const { columns, labels } = pen.style;
  const start = INDENTED_ROWS.has(row) ? columns.indentedLabel : columns.label;
  const maxWidth = (columns.colon - start - 0.004) * CARD.width;
  return [
    pen.font.drawText({ ...placeText(labels[row], start, y, pen), maxWidth }),
    pen.font.drawText(placeText(':', columns.colon, y, pen)),
  ].join('');
}

function drawBloodType(bloodType: string, y: number, pen: CardPen): string {
  const { columns, labels, weights } = pen.style;
  const maxWidth = (columns.bloodColon - columns.bloodLabel - 0.004) * CARD.width;
  const value = placeText(bloodType, columns.bloodValue, y, pen);
  return [
    pen.font.drawText({ ...placeText(labels.bloodType, columns.bloodLabel, y, pen), maxWidth }),
    pen.font.drawText(placeText(':', columns.bloodColon, y, pen)),
    pen.font.drawText({ ...value, weight: weights.value }),
  ].join('');
}

function placeText(text: string, x: number, y: number, { style }: CardPen): TextLine {
  return {
    text,
    x: x * CARD.width,
    centreY: y * CARD.height,
    size: style.sizes.label,
    weight: style.weights.label,
    squeeze: style.squeeze,
  };
}

/** The header keeps clear of the corners, where the specimen mark stands. */
function drawHeader({ province, city }: PrintedFields, { style, font }: CardPen): string {
  const place = {
    x: CARD.width / 2,
    size: style.sizes.header,
    weight: 700,
    anchor: 'middle',
    maxWidth: CARD.width * 0.66,
    squeeze: style.squeeze,
  } as const;
  const provinceY = style.rows.province * CARD.height;
  return [
    font.drawText({ ...place, text: `PROVINSI ${province}`, centreY: provinceY }),
    font.drawText({ ...place, text: city, centreY: style.rows.city * CARD.height }),
  ].join('');
}

function drawIssue({ issuedAt, issuedOn }: PrintedFields, { style, font }: CardPen): string {
  const { portrait, rows, sizes } = style;
  const x = portrait.left + portrait.width / 2;
  const maxWidth = Math.min(portrait.width * 1.2, 2 * (CARD.width - 8 - x));
  const place = { x, size: sizes.issue, weight: 400, anchor: 'middle', maxWidth } as const;
  return [
    font.drawText({ ...place, text: issuedAt, centreY: rows.placeOfIssue * CARD.height }),
    font.drawText({ ...place, text: issuedOn, centreY: rows.dateOfIssue * CARD.height }),
  ].join('');
}
