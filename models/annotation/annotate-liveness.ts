import sharp from 'sharp';
import type { RasterImage } from '../image/raster-image.js';
import type { Region } from '../image/region.js';
import type { LivenessAssessment } from '../liveness/liveness-assessor.js';
import { loadCardFont } from '../specimen/card/card-font.js';
import { drawPanel, measurePanel, PANEL_WIDTH } from './draw-panel.js';
import { drawQuad } from './draw-shape.js';
import { formatFigure } from './format-figure.js';
import type { PanelRow } from './list-panel-rows.js';
import { openSvg } from './open-svg.js';
import { PALETTE } from './palette.js';

/** Longest side of the drawn picture in pixels. */
const SHOWN_PX = 1000;

const VERDICT_COLOURS = {
  PASS: PALETTE.sure,
  RETRY: PALETTE.unsure,
  REJECT: PALETTE.poor,
} as const;

/**
 * Draws the face that was judged and where signs of a copy show over the still, and the scores
 * beside it. The result shows the person.
 *
 * @returns PNG
 */
export async function annotateLiveness(
  still: RasterImage,
  assessment: LivenessAssessment,
): Promise<Uint8Array> {
  const scale = SHOWN_PX / Math.max(still.width, still.height);
  const [width, height] = [Math.round(still.width * scale), Math.round(still.height * scale)];
  const rows = listLivenessRows(assessment);
  const total = Math.max(height, measurePanel(rows));
  const picture = await sharp(still.data, {
    raw: { width: still.width, height: still.height, channels: 3 },
  })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
  const drawing = [
    `<svg width="${String(width)}" height="${String(height)}" overflow="hidden">`,
    drawRegions(assessment, scale),
    '</svg>',
    drawPanel(rows, { font: await loadCardFont(), left: width, height: total }),
  ].join('');
  const size = { width: width + PANEL_WIDTH, height: total };
  return await sharp({
    create: { ...size, channels: 3, background: PALETTE.paper },
  })
    .composite([
      { input: picture, raw: { width, height, channels: 3 }, left: 0, top: 0 },
      { input: Buffer.from(openSvg(size, drawing)) },
    ])
    .png()
    .toBuffer();
}

function drawRegions({ face, signs, verdict }: LivenessAssessment, scale: number): string {
  const shown = signs.filter(({ isSpoof }) => isSpoof);
  return [
    ...shown.map(({ region }) =>
      drawBox(region, scale, { colour: PALETTE.authenticity, width: 2 }),
    ),
    face === null ? '' : drawBox(face, scale, { colour: VERDICT_COLOURS[verdict], width: 3 }),
  ].join('');
}

function drawBox(
  { left, top, width, height }: Region,
  scale: number,
  stroke: { readonly colour: string; readonly width: number },
): string {
  const [x0, y0] = [left * scale, top * scale];
  const [x1, y1] = [(left + width) * scale, (top + height) * scale];
  const corners = [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ] as const;
  return drawQuad(corners, stroke);
}

/** Verdict, score and every sign with the value from which it speaks for a copy. */
export function listLivenessRows(assessment: LivenessAssessment): PanelRow[] {
  const { verdict, reasonCode, livenessScore, isInDoubt, signs, timingsMs } = assessment;
  const colour = VERDICT_COLOURS[verdict];
  return [
    { kind: 'TITLE', text: assessment.live ? 'LIVE' : 'NOT LIVE', colour },
    { kind: 'ROW', text: 'verdict', value: [verdict, reasonCode ?? ''].join(' ').trim(), colour },
    { kind: 'ROW', text: 'score, live from 0.5', value: livenessScore?.toFixed(4) ?? 'none' },
    { kind: 'ROW', text: 'in doubt', value: isInDoubt ? 'yes' : 'no' },
    { kind: 'HEADING', text: 'SIGNS OF A COPY' },
    ...signs.map(({ name, score, threshold, isSpoof }): PanelRow => ({
      kind: 'ROW',
      text: `${name}, from ${formatFigure(threshold)}`,
      value: formatFigure(score),
      colour: isSpoof ? PALETTE.poor : PALETTE.sure,
    })),
    { kind: 'HEADING', text: 'TIME' },
    { kind: 'ROW', text: 'still', value: `${String(timingsMs.still)} ms` },
    { kind: 'ROW', text: 'burst', value: `${String(timingsMs.frames)} ms` },
  ];
}
