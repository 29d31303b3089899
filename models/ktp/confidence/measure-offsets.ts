import type { CardSlots, Slot } from '../layout/card-slots.js';
import { matchLabel, ROWS } from '../layout/labels.js';
import { median } from '../layout/median.js';

/** A value's first line and where it begins. */
interface Start {
  readonly slot: Slot;
  readonly left: number;
  readonly y: number;
  readonly height: number;
}

/** Fewer values make no column. */
const MIN_STARTS = 5;

/**
 * How far each value of the left column begins from where its neighbours say it should, in line
 * heights, to the right: a value whose beginning is covered begins too far right. Values in a line
 * with their label are not measured.
 */
export function measureOffsets(slots: CardSlots): ReadonlyMap<Slot, number> {
  const starts = ROWS.flatMap((slot): Start[] => {
    const [line] = slots.get(slot) ?? [];
    if (line === undefined || matchLabel(line.reading.text)?.label === slot) return [];
    return [{ slot, left: line.left, y: line.y, height: line.height }];
  });
  const column = fitColumn(starts);
  if (column === null) return new Map();
  return new Map(
    starts.map(({ slot, left, y, height }) => [slot, (left - column(y)) / Math.max(height, 1)]),
  );
}

/** The median slope between any two values and the median start: a few wrong ones do not matter. */
function fitColumn(starts: readonly Start[]): ((y: number) => number) | null {
  if (starts.length < MIN_STARTS) return null;
  const slopes = starts.flatMap((a, at) =>
    starts.slice(at + 1).flatMap((b) => (b.y === a.y ? [] : [(b.left - a.left) / (b.y - a.y)])),
  );
  const slope = median(slopes) ?? 0;
  const start = median(starts.map(({ left, y }) => left - slope * y)) ?? 0;
  return (y) => start + slope * y;
}
