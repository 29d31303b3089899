import type { ReasonCode } from '../../contract/reason-code.js';
import type { CardLocator } from '../card/card-locator.js';
import type { RasterImage } from '../image/raster-image.js';
import { removeSpeckle } from '../image/remove-speckle.js';
import { stretchContrast } from '../image/stretch-contrast.js';
import { choosePortrait, expectPortrait } from './choose-portrait.js';
import { cutPortraitZone } from './cut-portrait-zone.js';
import type { FaceBox } from './face-box.js';
import type { FaceFinder } from './face-finder.js';
import type { LocatedFace } from './locate-main-face.js';

export type PortraitLocation =
  | {
      /** The same portrait in up to four orientations; at least one. */
      readonly faces: readonly [LocatedFace, ...LocatedFace[]];
      readonly reasonCode: null;
    }
  | { readonly faces: null; readonly reasonCode: ReasonCode };

/** What a portrait is found with. */
export interface PortraitTools {
  readonly finder: FaceFinder;
  readonly locator: CardLocator;
}

export interface PlacedPortrait {
  readonly located: LocatedFace;
  /** Whether the detector sees a face there; else it is where cards have one. */
  readonly isSeen: boolean;
}

/**
 * The portrait where a card has it: the card is located, and the part that holds the portrait laid
 * straight. So the face is upright, as large as it can be, and nobody else's. `null` where no card is
 * seen.
 */
export async function locatePortrait(
  { finder, locator }: PortraitTools,
  picture: RasterImage,
): Promise<PlacedPortrait | null> {
  const outline = await locator.locate(picture);
  if (outline === null) return null;
  const image = cutPortraitZone(picture, outline);
  const seen = await detectPortrait(finder, image);
  const box = seen ?? expectPortrait(image);
  const landmarks = await finder.findLandmarks(image, box);
  return { located: { image, box, landmarks }, isSeen: seen !== undefined };
}

/**
 * Without grain and with its levels spread the detector sees faces in 313 of 320 zones (`tune` split,
 * 2026-11-22), and boxes them better; as they are in 308. The landmarks are best on the zone as it is.
 */
async function detectPortrait(finder: FaceFinder, zone: RasterImage): Promise<FaceBox | undefined> {
  const clear = stretchContrast(removeSpeckle(zone));
  const box = choosePortrait(await finder.detect(clear), zone);
  return box ?? choosePortrait(await finder.detect(zone), zone);
}
