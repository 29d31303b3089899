import type { CardSign } from '../card/card-sign.js';
import type { Quad } from '../image/homography.js';
import type { Callout } from './callout.js';
import { drawQuad } from './draw-shape.js';
import { formatFigure } from './format-figure.js';
import { PALETTE } from './palette.js';
import { placeQuad, type PictureView } from './picture-view.js';

/** The hatchings that `drawRegions` fills with. */
export const HATCHINGS = [
  hatch('quality', PALETTE.quality),
  hatch('authenticity', PALETTE.authenticity),
].join('');

function hatch(id: string, colour: string): string {
  return `<pattern id="${id}" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="12" fill="${colour}" fill-opacity="0.75"/></pattern>`;
}

/** Share of the picture from which a region is hatched along its edge, to keep what it holds in sight. */
const WIDE = 0.1;
const RIM = 28;

/** Where the picture shows what is wrong with it or with the card, hatched. */
export function drawRegions(signs: readonly CardSign[], view: PictureView): string {
  return signs
    .flatMap(({ kind, regions }) => regions.map((region) => drawRegion(region, kind, view)))
    .join('');
}

function drawRegion(region: Quad, kind: CardSign['kind'], view: PictureView): string {
  const quad = placeQuad(region, view);
  const hatching = `url(#${kind.toLowerCase()})`;
  const edge = { colour: colourOfSign(kind), width: 1.5 };
  if (areaOf(quad) < WIDE * view.width * view.height)
    return drawQuad(quad, { ...edge, fill: hatching });
  return drawQuad(quad, { colour: hatching, width: RIM }) + drawQuad(quad, edge);
}

/** By the shoelace formula. */
function areaOf(quad: Quad): number {
  const [a, b, c, d] = quad;
  return Math.abs((a.x - c.x) * (b.y - d.y) - (b.x - d.x) * (a.y - c.y)) / 2;
}

/** What was measured there; faults of the whole picture are named as well. */
export function callOutSigns(signs: readonly CardSign[], view: PictureView): Callout[] {
  return signs
    .filter(({ isFault, regions }) => isFault || regions.length > 0)
    .map(({ name, kind, score, threshold, regions: [region] }) => ({
      target: region === undefined ? null : placeQuad(region, view),
      spans: [
        { text: name, weight: 700, colour: colourOfSign(kind) },
        {
          text: `${formatFigure(score)}, fault from ${formatFigure(threshold)}`,
          weight: 600,
          colour: PALETTE.text,
        },
      ],
      colour: colourOfSign(kind),
    }));
}

function colourOfSign(kind: CardSign['kind']): string {
  return kind === 'QUALITY' ? PALETTE.quality : PALETTE.authenticity;
}
