import type { TextLine } from '../card/text-line.js';
import type { Quad } from '../image/homography.js';
import type { CardFont } from '../specimen/card/card-font.js';
import { callOutValues } from './call-out-values.js';
import { drawCallouts } from './draw-callouts.js';
import { drawLines, listLabels } from './draw-lines.js';
import { drawOutline } from './draw-outline.js';
import { drawPanel, measurePanel, PANEL_WIDTH } from './draw-panel.js';
import { callOutSigns, drawRegions, HATCHINGS } from './draw-signs.js';
import { listPanelRows } from './list-panel-rows.js';
import { listValues, type ShownValue } from './list-values.js';
import { placeBox, placeQuad, type PictureView } from './picture-view.js';
import type { Ground } from './place-callouts.js';
import type { ShownReading } from './shown-reading.js';

/** An SVG that covers the picture as shown and the panel to its right. */
export interface Overlay {
  /** Pixels, the panel included. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** Pixels of letters: smaller ones cannot be read, larger ones leave no room. */
const MIN_LETTERS = 13;
const MAX_LETTERS = 22;
/** In parts of the height of the card's own lines, so that a text is no higher than a row. */
const LETTERS = 0.55;

/** Everything that is drawn over the picture and beside it. All text is outlines. */
export function drawOverlay(reading: ShownReading, view: PictureView, font: CardFont): Overlay {
  const values = listValues(reading);
  const ground = findGround(reading.lines, values, view);
  const callouts = drawCallouts(
    [...callOutValues(values, view), ...callOutSigns(reading.signs, view)],
    { font, size: chooseLetterSize(ground.values), ground },
  );
  const rows = listPanelRows(reading, view.quarterTurns);
  const left = callouts.width;
  const [width, height] = [left + PANEL_WIDTH, Math.max(view.height, measurePanel(rows))];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${toSize(width, height)}><defs>${HATCHINGS}</defs>`,
    // What lies beyond the picture, such as the corners of a cut card, stays out of the margin.
    `<svg ${toSize(view.width, view.height)} overflow="hidden">`,
    drawRegions(reading.signs, view),
    reading.outline === null ? '' : drawOutline(placeQuad(reading.outline, view)),
    drawLines(reading.lines, values, view),
    '</svg>',
    callouts.svg,
    drawPanel(rows, { font, left, height }),
    '</svg>',
  ].join('');
  return { width, height, svg };
}

function toSize(width: number, height: number): string {
  return `width="${String(width)}" height="${String(height)}"`;
}

function findGround(
  lines: readonly TextLine[],
  values: readonly ShownValue[],
  view: PictureView,
): Ground {
  const { width, height } = view;
  const place = ({ box }: TextLine) => placeBox(box, view);
  return {
    width,
    height,
    values: values.flatMap((value) => value.lines.map(place)),
    labels: listLabels(lines, values).map(place),
  };
}

function chooseLetterSize(values: readonly Quad[]): number {
  const heights = values.map(([top, , , bottom]) => Math.hypot(bottom.x - top.x, bottom.y - top.y));
  const middle = heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0;
  return Math.min(Math.max(middle * LETTERS, MIN_LETTERS), MAX_LETTERS);
}
