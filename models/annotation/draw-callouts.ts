import type { Point, Quad } from '../image/homography.js';
import type { CardFont } from '../specimen/card/card-font.js';
import type { Callout, PlacedCallout } from './callout.js';
import { drawSegment } from './draw-shape.js';
import { PALETTE } from './palette.js';
import { placeCallouts, type CalloutSize, type Ground } from './place-callouts.js';

/** In parts of the font size. */
const HEIGHT = 1.45;
const PADDING = 0.45;
const SPACE = 0.4;

/** Pixels between a text and the edge of its ground. */
const MARGIN = 12;
const POINTER_WIDTH = 1.5;

interface DrawnCallouts {
  readonly svg: string;
  /** Pixels: of the picture, or more where a text needs room beside it. */
  readonly width: number;
}

/** Texts beside what they belong to, level and clear of each other. */
export function drawCallouts(
  callouts: readonly Callout[],
  {
    font,
    size,
    ground,
  }: { readonly font: CardFont; readonly size: number; readonly ground: Ground },
): DrawnCallouts {
  const sizes = callouts.map(({ target, spans }) => ({
    target: target && clipQuad(target, ground),
    width: measureSpans(spans, font, size),
    height: HEIGHT * size,
  }));
  const width = Math.max(ground.width, ...sizes.map(findRightEnd));
  const places = placeCallouts(sizes, { ...ground, width });
  const placed = callouts.flatMap((callout, at) => {
    const place = places[at];
    return place === undefined ? [] : [{ ...callout, ...place }];
  });
  // No pointer runs over a text.
  const svg = [
    ...placed.map(({ pointer, colour }) =>
      pointer === null ? '' : drawSegment(...pointer, { colour, width: POINTER_WIDTH }),
    ),
    ...placed.map((callout) => drawCallout(callout, font, size)),
  ];
  return { svg: svg.join(''), width };
}

/** The part of a target that the picture shows; a cut card goes on beyond it. */
function clipQuad([a, b, c, d]: Quad, { width, height }: Ground): Quad {
  const clip = ({ x, y }: Point) => ({
    x: Math.min(Math.max(x, 0), width),
    y: Math.min(Math.max(y, 0), height),
  });
  return [clip(a), clip(b), clip(c), clip(d)];
}

/** Where a text ends that stands right of its target. */
function findRightEnd({ target, width, height }: CalloutSize): number {
  if (target === null) return 0;
  return Math.ceil(Math.max(target[1].x, target[2].x) + height + width + MARGIN);
}

function measureSpans(spans: Callout['spans'], font: CardFont, size: number): number {
  const widths = spans.map((span) => widthOf(span, font, size));
  const spaces = (spans.length - 1) * SPACE + 2 * PADDING;
  return widths.reduce((sum, width) => sum + width, spaces * size);
}

function widthOf({ text, weight }: Callout['spans'][number], font: CardFont, size: number): number {
  return font.measureText({ text, weight, size, x: 0, centreY: 0 });
}

function drawCallout(
  { spans, colour, rectangle }: Callout & PlacedCallout,
  font: CardFont,
  size: number,
): string {
  const { left, top, width, height } = rectangle;
  const centreY = top + height / 2;
  let x = left + PADDING * size;
  const texts = spans.map((span) => {
    const { text, weight } = span;
    const drawn = font.drawText({ text, weight, size, x, centreY });
    x += widthOf(span, font, size) + SPACE * size;
    return `<g fill="${span.colour}">${drawn}</g>`;
  });
  return [
    drawPlate(rectangle, PALETTE.paper),
    drawPlate({ left, top, width: Math.min(width, PADDING * size * 0.5), height }, colour),
    ...texts,
  ].join('');
}

function drawPlate({ left, top, width, height }: PlacedCallout['rectangle'], fill: string): string {
  return `<rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}" fill-opacity="0.86"/>`;
}
