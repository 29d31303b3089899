import { decodeImage } from '../../models/image/decode-image.js';
import { loadCardFont } from '../../models/specimen/card/card-font.js';
import { drawDocument } from '../../models/specimen/document/draw-document.js';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { inventPrintedFields } from '../../models/specimen/person/invent-printed-fields.js';
import { dimLight } from '../../models/specimen/scene/dim-light.js';
import { openRaster } from '../../models/specimen/scene/sharp-raster.js';
import { loadAreaTable } from '../../models/specimen/specimen-area.js';
import type { SpecimenCondition } from '../../models/specimen/specimen-condition.js';
import { createRandom } from '../../models/specimen/specimen-random.js';

/** A condition of the specimens, or `night`: the good photograph in next to no light. */
export type CardPicture = SpecimenCondition | 'night' | 'driving-licence';

/** The `dark` specimens can be read and are; at a fiftieth of the light nothing can. */
const NIGHT = 0.02;

/** The same person's card in every picture, as JPEG; a driving licence with the same seed. */
export async function drawCardPicture(seed: number, picture: CardPicture): Promise<Uint8Array> {
  if (picture === 'driving-licence') return drawLicence(seed);
  const condition = picture === 'night' ? 'photo' : picture;
  const { jpeg } = await drawSpecimen({ seed, condition });
  return picture === 'night' ? takeLightAway(jpeg) : jpeg;
}

async function takeLightAway(jpeg: Uint8Array): Promise<Uint8Array> {
  return openRaster(dimLight(await decodeImage(jpeg), NIGHT))
    .jpeg()
    .toBuffer();
}

async function drawLicence(seed: number): Promise<Uint8Array> {
  const fields = inventPrintedFields(seed, await loadAreaTable());
  const tools = { fields, random: createRandom(seed, 'document'), font: await loadCardFont() };
  return openRaster(await drawDocument('driving-licence', tools))
    .jpeg()
    .toBuffer();
}
