import type { Point, Quad } from '../image/homography.js';

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  /** As SVG has it; `none` by default. */
  readonly fill?: string;
}

/** A quadrilateral as SVG. */
export function drawQuad(quad: Quad, { colour, width, fill = 'none' }: Stroke): string {
  const points = quad.map(toPair).join(' ');
  return `<polygon points="${points}" fill="${fill}" stroke="${colour}" stroke-width="${String(width)}" stroke-linejoin="round"/>`;
}

export function drawSegment(from: Point, to: Point, { colour, width }: Stroke): string {
  return `<polyline points="${toPair(from)} ${toPair(to)}" fill="none" stroke="${colour}" stroke-width="${String(width)}"/>`;
}

function toPair({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
