import type { Quad } from '../image/homography.js';
import { drawQuad } from './draw-shape.js';
import { PALETTE } from './palette.js';

const DOT_RADIUS = 7;

/** The card's edges, with a dot at the corner that is its top left as it is read. */
export function drawOutline(outline: Quad): string {
  const [{ x, y }] = outline;
  const dot = `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${String(DOT_RADIUS)}" fill="${PALETTE.outline}"/>`;
  return drawQuad(outline, { colour: PALETTE.outline, width: 3 }) + dot;
}
