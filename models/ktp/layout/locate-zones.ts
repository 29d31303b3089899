import type { CardZone } from '../../card/measure-coverage.js';
import { STRAIGHT_CARD } from '../../card/straighten-card.js';
import type { TextLine } from '../../card/text-line.js';
import { mapQuadToRectangle, type MapPoint, type Quad } from '../../image/homography.js';
import type { Slot } from './card-slots.js';
import type { CardLayout } from './fill-slots.js';
import { ROWS, type Row } from './labels.js';
import { median } from './median.js';
import { layOutRows } from './row-grid.js';

/** Where a slot's value stands, or would stand. */
export interface ValueZone {
  readonly slot: Slot;
  readonly zone: CardZone;
  /** Whether something was read there. */
  readonly isRead: boolean;
}

/** Line heights after the end of a value in which more of it may be hidden. */
const BEYOND = 1.6;
/** Line heights in which the beginning of a value must show. */
const BEGINNING = 6;
/** Values begin no further right, where too few were read to tell; see `locateOutline`. */
const MAX_COLUMN_X = 0.265 * STRAIGHT_CARD.width;
/** Values end where the portrait begins. */
const PORTRAIT_X = 0.71 * STRAIGHT_CARD.width;

/** The zones of the values on the straightened card: of those read, and of those that were not. */
export function locateZones({ labels, slots }: CardLayout, outline: Quad): ValueZone[] {
  const toCard = mapQuadToRectangle(outline, STRAIGHT_CARD.width, STRAIGHT_CARD.height);
  const flat = labels.map((label) => ({ ...label, line: flatten(label.line, toCard) }));
  const read = [...slots].flatMap(([slot, lines]) =>
    lines.map((line) => ({ slot, line: flatten(line, toCard) })),
  );
  const labelLines = new Set(labels.map(({ line }) => line));
  const starts = [...slots].flatMap(([slot, [first]]) =>
    first !== undefined && isRow(slot) && slot !== 'nik' && !labelLines.has(first)
      ? [flatten(first, toCard).left]
      : [],
  );
  const column = Math.min(median(starts) ?? Infinity, MAX_COLUMN_X);
  // A line under the portrait that counts as part of a value has nothing to hide there.
  const found = read
    .filter(({ slot, line }) => !isRow(slot) || line.left < PORTRAIT_X)
    .map(({ slot, line }) => ({ slot, zone: zoneOf(slot, line, column), isRead: true }));
  const height = median(flat.map(({ line }) => line.height)) ?? 0;
  const unread = [...layOutRows(flat).rows].flatMap(([row, y]) =>
    slots.has(row) || y < 0 || y > STRAIGHT_CARD.height
      ? []
      : [{ slot: row, zone: beginningOf(column, y, height), isRead: false }],
  );
  return [...found, ...unread];
}

function isRow(slot: Slot): slot is Row {
  return (ROWS as readonly string[]).includes(slot);
}

/** The line on the straightened card, where rows are level. */
function flatten(line: TextLine, toCard: MapPoint): TextLine {
  const { centre, width, height, angle } = line.box;
  const at = (along: number, across: number) =>
    toCard(
      centre.x + along * Math.cos(angle) - across * Math.sin(angle),
      centre.y + along * Math.sin(angle) + across * Math.cos(angle),
    );
  const [start, end] = [at(-width / 2, 0), at(width / 2, 0)];
  const [top, bottom] = [at(0, -height / 2), at(0, height / 2)];
  return {
    ...line,
    left: start.x,
    right: end.x,
    y: (start.y + end.y) / 2,
    height: bottom.y - top.y,
  };
}

function zoneOf(slot: Slot, { left, right, y, height }: TextLine, column: number): CardZone {
  const beyond = right + BEYOND * height;
  // Header, issue and place stand centred: both of their ends may be hidden.
  if (!isRow(slot) && slot !== 'bloodType')
    return { left: left - BEYOND * height, right: beyond, ...across(y, height) };
  const start = slot === 'bloodType' ? left : Math.min(left, column);
  return {
    left: start,
    right: Math.max(Math.min(beyond, PORTRAIT_X), right),
    ...across(y, height),
  };
}

function beginningOf(column: number, y: number, height: number): CardZone {
  return { left: column, right: column + BEGINNING * height, ...across(y, height) };
}

function across(y: number, height: number) {
  return { top: y - height / 2, bottom: y + height / 2 };
}
