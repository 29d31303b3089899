import type { TextLine } from '../../card/text-line.js';
import { fillRows } from './fill-rows.js';
import { findHeader } from './find-header.js';
import { findIssue } from './find-place-of-issue.js';
import { findLabels, type FoundLabel } from './find-labels.js';
import type { CardSlots, Slot } from './card-slots.js';
import { matchLabel } from './labels.js';
import { median } from './median.js';
import { layOutRows, type RowGrid } from './row-grid.js';

export interface CardLayout {
  readonly labels: readonly FoundLabel[];
  /** Whether a line begins with PROVINSI. */
  readonly hasProvince: boolean;
  readonly slots: CardSlots;
}

/**
 * Gives each slot of the card its lines: by the labels, by the rows they span, and by the column
 * the values share. Nothing depends on where on the picture, or at which size, the card lies.
 */
export function fillSlots(lines: readonly TextLine[]): CardLayout {
  const labels = findLabels(lines);
  const slots = new Map<Slot, readonly TextLine[]>();
  const hasProvince = lines.some(({ reading }) => matchLabel(reading.text)?.label === 'province');
  if (labels.length === 0) return { labels, hasProvince, slots };
  const grid = layOutRows(labels);
  const labelLines = new Set(labels.map(({ line }) => line));
  const rest = lines.filter((line) => !labelLines.has(line));
  const column = findValueColumn(labels, rest, grid);

  const header = findHeader(rest.filter((line) => line.y < topOfBody(grid)));
  const issue = findIssue(rest, grid, column);
  for (const [slot, line] of Object.entries({ ...header, ...issue })) {
    if (line !== null && isMarginSlot(slot)) slots.set(slot, [line]);
  }
  const margin = new Set([...slots.values()].flat());
  const body = rest.filter((line) => !margin.has(line) && line.y >= topOfBody(grid));
  for (const [slot, found] of fillRows({ labels, lines: body, grid, column }))
    slots.set(slot, found);
  const nik = slots.has('nik') ? null : findNikLine(body, grid);
  if (nik !== null) slots.set('nik', [nik]);
  return { labels, hasProvince, slots };
}

/** Rows above the name within which the NIK stands. */
const NIK_ABOVE_NAME = 2.5;

/** Sixteen digits above the name are the NIK, even where its label was not read. */
function findNikLine(lines: readonly TextLine[], { rows, pitch }: RowGrid): TextLine | null {
  const name = rows.get('name');
  if (name === undefined || rows.has('nik')) return null;
  const above = lines.filter(({ y }) => y < name - pitch / 2 && y > name - NIK_ABOVE_NAME * pitch);
  return above.find(({ reading }) => /^\D?\d{16}$/.test(reading.text.trim())) ?? null;
}

function isMarginSlot(name: string): name is 'province' | 'city' | 'placeOfIssue' | 'dateOfIssue' {
  return ['province', 'city', 'placeOfIssue', 'dateOfIssue'].includes(name);
}

/** The header ends a row above the NIK, or two and a half above the name when no NIK was seen. */
function topOfBody({ rows, pitch }: RowGrid): number {
  const nik = rows.get('nik');
  if (nik !== undefined) return nik - 0.75 * pitch;
  const name = rows.get('name');
  return name === undefined ? -Infinity : name - 2.5 * pitch;
}

/** Left edge the values share: what stands next to the labels on their rows. */
function findValueColumn(
  labels: readonly FoundLabel[],
  lines: readonly TextLine[],
  { pitch }: RowGrid,
): number {
  const neighbours = labels
    .filter(({ hasValue }) => !hasValue)
    .flatMap(({ line: label }) => {
      const right = lines.filter(
        (line) => Math.abs(line.y - label.y) < pitch / 2 && line.left > label.right - label.height,
      );
      return right.length === 0 ? [] : [Math.min(...right.map(({ left }) => left))];
    });
  return median(neighbours) ?? Math.max(...labels.map(({ line }) => line.right));
}
