import type { CardLocator } from '../card/card-locator.js';
import type { RasterImage } from '../image/raster-image.js';
import { removeSpeckle } from '../image/remove-speckle.js';
import { stretchContrast } from '../image/stretch-contrast.js';
import { choosePortrait, expectPortrait } from './choose-portrait.js';
import { cutPortraitZone } from './cut-portrait-zone.js';
import type { FaceFinder } from './face-finder.js';
import { markFace, type LocatedFace } from './locate-main-face.js';
import type { PortraitDetector } from './portrait-detector.js';

/** What a portrait is found with. */
export interface PortraitTools {
  readonly finder: FaceFinder;
  /** Asked where the finder sees no face. */
  readonly detector: PortraitDetector;
  readonly locator: CardLocator;
}

export interface PlacedPortrait {
  readonly located: LocatedFace;
  /** Whether a detector sees a face there; else it is where cards have one. */
  readonly isSeen: boolean;
}

/**
 * The portrait where a card has it: the card is located, and the part that holds the portrait laid
 * straight. So the face is upright, as large as it can be, and nobody else's. `null` where no card is
 * seen.
 */
export async function locatePortrait(
  { locator, ...tools }: PortraitTools,
  picture: RasterImage,
): Promise<PlacedPortrait | null> {
  const outline = await locator.locate(picture);
  if (outline === null) return null;
  const image = cutPortraitZone(picture, outline);
  const seen = await seePortrait(tools, image);
  const located = seen ?? (await markFace(tools.finder, image, expectPortrait(image)));
  return { located, isSeen: seen !== null };
}

/**
 * Without grain and with its levels spread the finder sees faces in 313 of 320 zones (`tune` split,
 * 2026-11-22), and boxes them better; as they are in 308. The landmarks are best on the zone as it is,
 * but where only the second detector sees the face they go astray, and its own five points are better.
 */
async function seePortrait(
  { finder, detector }: Omit<PortraitTools, 'locator'>,
  zone: RasterImage,
): Promise<LocatedFace | null> {
  const clear = stretchContrast(removeSpeckle(zone));
  const found =
    choosePortrait(await finder.detect(clear), zone) ??
    choosePortrait(await finder.detect(zone), zone);
  if (found) return await markFace(finder, zone, found);
  const box = choosePortrait(await detector.detect(clear), zone);
  return box ? { ...(await markFace(finder, zone, box)), points: box.points } : null;
}
