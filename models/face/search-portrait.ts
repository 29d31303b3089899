import type { RasterImage } from '../image/raster-image.js';
import {
  clampRegion,
  enlargeRegion,
  wholeRegion,
  type Region,
  type Size,
} from '../image/region.js';
import { resizeRegion, turnImage } from '../image/resize-region.js';
import { areaOf, suppressOverlaps, type FaceBox } from './face-box.js';
import type { FaceFinder } from './face-finder.js';
import { markFace, type LocatedFace } from './locate-main-face.js';
import type { PortraitLocation } from './locate-portrait.js';
import { unturnRegion } from './unturn-region.js';

/** Turning a whole photograph four times is slow; the detector needs no more than this. */
const SEARCH_SIDE_PX = 1280;

/** The portrait with hair, ears and some of its background, so that the detector sees a head. */
const CONTEXT = 2.4;

/** Pixels on the longer side of the cut-out portrait; the embedding needs 112. */
const MAX_PORTRAIT_SIDE_PX = 640;

/**
 * Print on the card looks like a face to the detector now and then, seldom surely. Another face
 * counts when it is this sure and at least a quarter of the largest in area.
 */
const RIVAL_SCORE = 0.95;
const RIVAL_AREA = 0.25;

const QUARTERS = [0, 1, 2, 3];

/**
 * Finds the portrait on a photograph of a card whose outline is not known, in any of four
 * orientations. The detector cannot tell which of them is upright (a head upside down scores up to 0.99), so all that
 * it believes in are returned and the embedding decides. A second sure face (somebody holding the
 * card) is refused: it is not the document's.
 */
export async function searchPortrait(
  finder: FaceFinder,
  card: RasterImage,
): Promise<PortraitLocation> {
  const shrink = Math.min(1, SEARCH_SIDE_PX / Math.max(card.width, card.height));
  const search = await resizeRegion(card, wholeRegion(card), {
    width: Math.round(card.width * shrink),
    height: Math.round(card.height * shrink),
  });
  const candidates = await findCandidates(finder, search);
  const [best, ...others] = candidates;
  if (best === undefined) return { faces: null, reasonCode: 'KTP_NOT_READABLE' };
  if (others.some((other) => isRival(other, best))) {
    return { faces: null, reasonCode: 'MULTIPLE_FACES' };
  }
  const portrait = scaleRegion(enlargeRegion(best, CONTEXT), 1 / shrink);
  const [first, ...rest] = await cutInAllTurns(finder, card, portrait);
  return first === undefined
    ? { faces: null, reasonCode: 'KTP_NOT_READABLE' }
    : { faces: [first, ...rest], reasonCode: null };
}

/** Faces in all four orientations, in pixels of the unturned image, the surest first. */
async function findCandidates(finder: FaceFinder, image: RasterImage): Promise<FaceBox[]> {
  const found: FaceBox[] = [];
  const turns = await Promise.all(QUARTERS.map((quarters) => turnImage(image, quarters)));
  for (const [quarters, turned] of turns.entries()) {
    found.push(...(await detectUnturned(finder, turned, quarters)));
  }
  if (found.length > 0) return suppressOverlaps(found, 0.2);
  for (const [quarters, turned] of turns.entries()) {
    for (const tile of tilesOf(turned)) {
      found.push(...(await detectUnturned(finder, turned, quarters, tile)));
    }
  }
  return suppressOverlaps(found, 0.2);
}

async function detectUnturned(
  finder: FaceFinder,
  turned: RasterImage,
  quarters: number,
  tile?: Region,
): Promise<FaceBox[]> {
  const boxes = await finder.detect(turned, tile);
  return boxes.map((box) => ({ ...unturnRegion(box, quarters, turned), score: box.score }));
}

/** Four overlapping parts, for a portrait too small for the detector in the whole picture. */
function tilesOf({ width, height }: Size): Region[] {
  const size = { width: width * 0.6, height: height * 0.6 };
  return [0, 0.4].flatMap((x) =>
    [0, 0.4].map((y) => ({ left: width * x, top: height * y, ...size })),
  );
}

/** The portrait cut out in each of the orientations in which it looks like a face, surest first. */
async function cutInAllTurns(
  finder: FaceFinder,
  card: RasterImage,
  portrait: Region,
): Promise<LocatedFace[]> {
  const region = clampRegion(portrait, card);
  const scale = Math.min(1, MAX_PORTRAIT_SIDE_PX / Math.max(region.width, region.height));
  const cut = await resizeRegion(card, region, {
    width: Math.max(1, Math.round(region.width * scale)),
    height: Math.max(1, Math.round(region.height * scale)),
  });
  const faces: LocatedFace[] = [];
  for (const quarters of QUARTERS) {
    const image = await turnImage(cut, quarters);
    const [box] = (await finder.detect(image)).sort((a, b) => b.score - a.score);
    if (box) faces.push(await markFace(finder, image, box));
  }
  return faces.sort((a, b) => b.box.score - a.box.score);
}

function isRival(other: FaceBox, best: FaceBox): boolean {
  const larger = Math.max(areaOf(other), areaOf(best));
  return other.score >= RIVAL_SCORE && Math.min(areaOf(other), areaOf(best)) >= larger * RIVAL_AREA;
}

function scaleRegion({ left, top, width, height }: Region, factor: number): Region {
  return { left: left * factor, top: top * factor, width: width * factor, height: height * factor };
}
