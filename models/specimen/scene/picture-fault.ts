import type { Portrait } from '../card/card-style.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { addNoise } from './add-noise.js';
import { castShadow, type CastShadow } from './cast-shadow.js';
import { coverWithFinger, type Finger } from './cover-with-finger.js';
import { dimLight } from './dim-light.js';
import { editPortrait, type EditedPortrait } from './edit-portrait.js';
import { overexpose, type Exposure } from './overexpose.js';
import { mapCardToPicture, measureCardWidth, type Photograph } from './photograph.js';
import { reflectLamp } from './reflect-lamp.js';
import { shakeCamera, type Shake } from './shake-camera.js';
import { openRaster, readRaster } from './sharp-raster.js';
import { tintLight, type LightTint } from './tint-light.js';

/** What light, lens, sensor and editing do to the photograph. */
export type PictureFault =
  | ({ readonly kind: 'finger' } & Finger)
  | ({ readonly kind: 'shadow' } & CastShadow)
  | { readonly kind: 'colour-cast'; readonly tint: LightTint }
  | { readonly kind: 'dim'; readonly share: number }
  | ({ readonly kind: 'overexposure' } & Exposure)
  | {
      readonly kind: 'glare';
      /** In fractions of the card's width and height, radii of its width. */
      readonly x: number;
      readonly y: number;
      readonly radiusX: number;
      readonly radiusY: number;
      readonly tilt: number;
      readonly opacity: number;
    }
  | { readonly kind: 'blur'; readonly sigmaPx: number }
  | ({ readonly kind: 'shake' } & Shake)
  | { readonly kind: 'sharpening'; readonly sigmaPx: number }
  | { readonly kind: 'noise'; readonly spread: number }
  | ({ readonly kind: 'edited-portrait' } & EditedPortrait);

export async function applyPictureFault(
  photograph: Photograph,
  fault: PictureFault,
  { random, portrait }: { readonly random: SpecimenRandom; readonly portrait: Portrait },
): Promise<Photograph> {
  if (fault.kind === 'finger') return await coverWithFinger(photograph, fault);
  if (fault.kind === 'edited-portrait') return await editPortrait(photograph, fault, portrait);
  return { ...photograph, photo: await changePixels(photograph, fault, random) };
}

async function changePixels(
  { photo, corners }: Photograph,
  fault: Exclude<PictureFault, { readonly kind: 'finger' | 'edited-portrait' }>,
  random: SpecimenRandom,
) {
  switch (fault.kind) {
    case 'shadow':
      return await castShadow(photo, fault);
    case 'colour-cast':
      return tintLight(photo, fault.tint);
    case 'dim':
      return dimLight(photo, fault.share);
    case 'overexposure':
      return overexpose(photo, fault);
    case 'glare': {
      const width = measureCardWidth(corners);
      return await reflectLamp(photo, {
        centre: mapCardToPicture(corners)(fault.x, fault.y),
        radiusX: fault.radiusX * width,
        radiusY: fault.radiusY * width,
        tilt: fault.tilt,
        opacity: fault.opacity,
      });
    }
    case 'blur':
      return await readRaster(openRaster(photo).blur(fault.sigmaPx));
    case 'shake':
      return await shakeCamera(photo, fault);
    case 'sharpening':
      return await readRaster(openRaster(photo).sharpen({ sigma: fault.sigmaPx }));
    case 'noise':
      return addNoise(photo, fault.spread, random);
  }
}
