import type { TextLine } from '../../card/text-line.js';
import { fitHomography, type PointPair } from '../../image/fit-homography.js';
import type { Point, Quad } from '../../image/homography.js';
import type { CardSlots, Slot } from './card-slots.js';
import type { CardLayout } from './fill-slots.js';
import type { Row } from './labels.js';

/**
 * Where the card's printers set each row and column, as fractions of the card's width and height.
 * They place the card's edges about what was read, and never a field: cards differ by some 0.03.
 */
const ROW_Y: Readonly<Record<Row, number>> = {
  nik: 0.252,
  name: 0.324,
  birth: 0.373,
  gender: 0.421,
  address: 0.469,
  rtRw: 0.516,
  kelurahan: 0.564,
  kecamatan: 0.613,
  religion: 0.662,
  maritalStatus: 0.71,
  occupation: 0.757,
  nationality: 0.807,
  validUntil: 0.854,
};
const INDENTED: ReadonlySet<Row> = new Set<Row>(['rtRw', 'kelurahan', 'kecamatan']);
const LABEL_X = 0.02;
const INDENTED_LABEL_X = 0.075;
const VALUE_X = 0.246;
/** Middles of what is centred, right of or above the rows. */
const CENTRED: Readonly<Partial<Record<Slot, Point>>> = {
  province: { x: 0.5, y: 0.085 },
  city: { x: 0.5, y: 0.142 },
  placeOfIssue: { x: 0.855, y: 0.735 },
  dateOfIssue: { x: 0.855, y: 0.78 },
};
/** Fewer anchors than this place no card. */
const MIN_ANCHORS = 6;

/**
 * The card's corners in the picture, from what was read on it: labels, values, header and issue.
 * Good to about two hundredths of the card's width; `snapToEdges` does better where edges show.
 *
 * @returns `null` when too little was read
 */
export function locateOutline({ labels, slots }: CardLayout): Quad | null {
  const anchors = [
    ...labels.map(({ row, line }) => ({
      from: { x: INDENTED.has(row) ? INDENTED_LABEL_X : LABEL_X, y: ROW_Y[row] },
      to: startOf(line),
      weight: 1,
    })),
    ...valueAnchors(slots, new Set(labels.map(({ line }) => line))),
  ];
  if (anchors.length < MIN_ANCHORS) return null;
  const toPicture = fitHomography(anchors);
  if (toPicture === null) return null;
  const corners: Quad = [toPicture(0, 0), toPicture(1, 0), toPicture(1, 1), toPicture(0, 1)];
  return corners.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)) ? corners : null;
}

function valueAnchors(slots: CardSlots, labels: ReadonlySet<TextLine>): PointPair[] {
  return [...slots].flatMap(([slot, lines]) => {
    const [first, ...more] = lines;
    if (first === undefined || labels.has(first)) return [];
    const centre = CENTRED[slot];
    if (centre !== undefined)
      return more.length > 0 ? [] : [{ from: centre, to: first.box.centre, weight: 1 }];
    if (!isRow(slot) || slot === 'nik') return [];
    return [{ from: { x: VALUE_X, y: ROW_Y[slot] }, to: startOf(first), weight: 1 }];
  });
}

function isRow(slot: Slot): slot is Row {
  return slot in ROW_Y;
}

/** Where a line begins. */
function startOf({ box: { centre, width, angle } }: TextLine): Point {
  return {
    x: centre.x - (Math.cos(angle) * width) / 2,
    y: centre.y - (Math.sin(angle) * width) / 2,
  };
}
