import type { Region, Size } from '../image/region.js';
import type { FaceBox } from './face-box.js';
import { PORTRAIT_ZONE } from './cut-portrait-zone.js';

/**
 * Where the detector's box of the face lies on a card, in shares of the card's sides, and by how much
 * it varies: 313 portraits on drawn cards of the `tune` split (2026-11-22) have their middle at 0.82 to
 * 0.88 across and 0.36 to 0.61 down, and heights of 0.14 to 0.29.
 */
const EXPECTED = { x: 0.85, y: 0.453, height: 0.208, aspect: 0.7 } as const;
const SPREAD = { x: 0.02, y: 0.04, logHeight: 0.2 } as const;

/**
 * Of the faces in the zone of a card the portrait: the one that lies most as portraits do. A
 * bystander in the portrait's photograph, or print taken for a face, may be larger or surer.
 *
 * @param zone size of what `cutPortraitZone` cut out
 */
export function choosePortrait<Box extends FaceBox>(
  boxes: readonly Box[],
  zone: Size,
): Box | undefined {
  return [...boxes].sort((a, b) => strangenessOf(a, zone) - strangenessOf(b, zone))[0];
}

/** Where the face is, should the card have a portrait that nothing finds. */
export function expectPortrait(zone: Size): FaceBox {
  const height = (EXPECTED.height / SHARE_DOWN) * zone.height;
  const width = height * EXPECTED.aspect;
  return {
    left: ((EXPECTED.x - PORTRAIT_ZONE.left) / SHARE_ACROSS) * zone.width - width / 2,
    top: ((EXPECTED.y - PORTRAIT_ZONE.top) / SHARE_DOWN) * zone.height - height / 2,
    width,
    height,
    score: 0,
  };
}

const SHARE_ACROSS = PORTRAIT_ZONE.right - PORTRAIT_ZONE.left;
const SHARE_DOWN = PORTRAIT_ZONE.bottom - PORTRAIT_ZONE.top;

function strangenessOf({ left, top, width, height }: Region, zone: Size): number {
  const x = PORTRAIT_ZONE.left + ((left + width / 2) / zone.width) * SHARE_ACROSS;
  const y = PORTRAIT_ZONE.top + ((top + height / 2) / zone.height) * SHARE_DOWN;
  const share = (height / zone.height) * SHARE_DOWN;
  return (
    ((x - EXPECTED.x) / SPREAD.x) ** 2 +
    ((y - EXPECTED.y) / SPREAD.y) ** 2 +
    (Math.log(share / EXPECTED.height) / SPREAD.logHeight) ** 2
  );
}
