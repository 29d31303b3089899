import type { CardSign } from '../card/card-sign.js';
import type { Callout } from './callout.js';
import { drawQuad } from './draw-shape.js';
import { formatMeasure } from './format-figure.js';
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

/** Where the picture shows what is wrong with it or with the card, hatched. */
export function drawRegions(signs: readonly CardSign[], view: PictureView): string {
  return signs
    .flatMap(({ kind, regions }) =>
      regions.map((region) =>
        drawQuad(placeQuad(region, view), {
          colour: colourOfSign(kind),
          width: 1.5,
          fill: `url(#${kind.toLowerCase()})`,
        }),
      ),
    )
    .join('');
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
          text: `${formatMeasure(score)}, fault from ${formatMeasure(threshold)}`,
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
