import type { CardFont, FontWeight } from '../specimen/card/card-font.js';
import type { PanelRow } from './list-panel-rows.js';
import { PALETTE } from './palette.js';

/** Pixels. */
export const PANEL_WIDTH = 500;
const MARGIN = 24;
const INDENT = 24;
const GAP = 16;
const TEXT_WIDTH = PANEL_WIDTH - 2 * MARGIN;

interface RowStyle {
  readonly size: number;
  readonly weight: FontWeight;
  readonly above: number;
  readonly height: number;
  readonly colour: string;
}

const STYLES: Readonly<Record<PanelRow['kind'], RowStyle>> = {
  TITLE: { size: 36, weight: 700, above: 0, height: 56, colour: PALETTE.text },
  HEADING: { size: 17, weight: 700, above: 14, height: 32, colour: PALETTE.quiet },
  ROW: { size: 18, weight: 400, above: 0, height: 26, colour: PALETTE.text },
};

/** The least height in whole pixels that the rows need. */
export function measurePanel(rows: readonly PanelRow[]): number {
  return rows.reduce((sum, row) => sum + advanceOf(row), 2 * MARGIN);
}

function advanceOf({ kind }: PanelRow): number {
  return STYLES[kind].above + STYLES[kind].height;
}

/** The panel with its left edge at `left`, as high as `height`. */
export function drawPanel(
  rows: readonly PanelRow[],
  {
    font,
    left,
    height,
  }: { readonly font: CardFont; readonly left: number; readonly height: number },
): string {
  let bottom = MARGIN;
  const drawn = rows.map((row) => {
    bottom += advanceOf(row);
    return drawRow(row, {
      font,
      left: left + MARGIN,
      centreY: bottom - STYLES[row.kind].height / 2,
    });
  });
  const paper = `<rect x="${String(left)}" width="${String(PANEL_WIDTH)}" height="${String(height)}" fill="${PALETTE.paper}"/>`;
  return [paper, ...drawn].join('');
}

interface RowPlace {
  readonly font: CardFont;
  readonly left: number;
  readonly centreY: number;
}

function drawRow(row: PanelRow, place: RowPlace): string {
  if (row.kind === 'TITLE') return drawTitle(row, place);
  const { font, left, centreY } = place;
  const { size, weight, colour } = STYLES[row.kind];
  const right = left + TEXT_WIDTH;
  const value = {
    text: row.value ?? '',
    size,
    weight: 600,
    centreY,
    x: right,
    anchor: 'end',
    maxWidth: TEXT_WIDTH / 2,
  } as const;
  const valueWidth = Math.min(font.measureText(value), TEXT_WIDTH / 2);
  const start = row.kind === 'ROW' ? left + INDENT : left;
  const text = {
    text: row.text,
    size,
    weight,
    centreY,
    x: start,
    maxWidth: right - start - valueWidth - (valueWidth > 0 ? GAP : 0),
  };
  return [
    row.kind === 'ROW' && row.colour !== undefined ? drawSwatch(left, centreY, row.colour) : '',
    row.kind === 'HEADING' ? drawRule(left, centreY - STYLES.HEADING.height / 2) : '',
    `<g fill="${colour}">${font.drawText(text)}</g>`,
    `<g fill="${row.value === undefined ? colour : (row.colour ?? colour)}">${font.drawText(value)}</g>`,
  ].join('');
}

function drawTitle({ text, colour }: PanelRow, { font, left, centreY }: RowPlace): string {
  const { size, weight } = STYLES.TITLE;
  const drawn = font.drawText({ text, size, weight, x: left, centreY });
  return `<g fill="${colour ?? STYLES.TITLE.colour}">${drawn}</g>`;
}

function drawSwatch(left: number, centreY: number, colour: string): string {
  return `<rect x="${String(left)}" y="${(centreY - 6).toFixed(1)}" width="12" height="12" fill="${colour}"/>`;
}

function drawRule(left: number, y: number): string {
  return `<rect x="${String(left)}" y="${y.toFixed(1)}" width="${String(TEXT_WIDTH)}" height="1" fill="${PALETTE.rule}"/>`;
}
