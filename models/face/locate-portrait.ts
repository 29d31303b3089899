import type { ReasonCode } from '../../contract/reason-code.js';
import type { CardLocator } from '../card/card-locator.js';
import { toGreyImage } from '../image/grey-image.js';
import type { RasterImage } from '../image/raster-image.js';
import { stretchContrast } from '../image/stretch-contrast.js';
import { cutPortraitZone } from './cut-portrait-zone.js';
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

/**
 * The portrait where a card has it: the card is located, and the part that holds the portrait laid
 * straight. So the face is upright, as large as it can be, and nobody else's. `null` where no card or
 * no face in that place is seen: `searchPortrait` looks everywhere.
 */
export async function locatePortrait(
  { finder, locator }: PortraitTools,
  picture: RasterImage,
): Promise<LocatedFace | null> {
  const outline = await locator.locate(toGreyImage(picture));
  if (outline === null) return null;
  const zone = cutPortraitZone(picture, outline);
  return (await findFace(finder, zone)) ?? (await findFace(finder, stretchContrast(zone)));
}

/** The largest; print beside the portrait is taken for a face now and then, a small one. */
async function findFace(finder: FaceFinder, image: RasterImage): Promise<LocatedFace | null> {
  const [box] = await finder.detect(image);
  if (box === undefined) return null;
  return { image, box, landmarks: await finder.findLandmarks(image, box) };
}
