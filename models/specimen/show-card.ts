import sharp, { type Sharp } from 'sharp';
import type { RasterImage } from '../image/raster-image.js';
import { addNoise } from './add-noise.js';
import { drawDesk } from './draw-desk.js';
import type { Quad } from '../image/homography.js';
import { PHOTO, placeCard, placeCorners, type CameraPose } from './place-card.js';
import type { SpecimenCondition } from './specimen-condition.js';
import { createRandom, type SpecimenRandom } from './specimen-random.js';

const JPEG_QUALITY = 92;
const SENSOR_NOISE = 2;

/** Shows a drawn card in a condition, as JPEG. */
export async function showCard(
  card: RasterImage,
  condition: SpecimenCondition,
  seed: number,
): Promise<Uint8Array> {
  const random = createRandom(seed, `condition/${condition}`);
  const picture = await showAs(card, condition, random);
  return picture.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

async function showAs(
  card: RasterImage,
  condition: SpecimenCondition,
  random: SpecimenRandom,
): Promise<Sharp> {
  switch (condition) {
    case 'flat':
      return openRaster(card);
    case 'photocopy':
      return photocopy(card, random);
    case 'photo':
      return openRaster((await photograph(card, random)).photo);
    case 'tilt':
      return openRaster((await photograph(card, random, tiltCamera(random))).photo);
    case 'rotated-90':
      return openRaster((await photograph(card, random)).photo).rotate(90);
    case 'rotated-180':
      return openRaster((await photograph(card, random)).photo).rotate(180);
    case 'dark':
      return darken((await photograph(card, random)).photo, random);
    case 'glare':
      return glare(await photograph(card, random), random);
    case 'blur':
      return openRaster((await photograph(card, random)).photo).blur(BLUR_SIGMA_PX);
    case 'low-resolution':
      return openRaster((await photograph(card, random)).photo).resize(LOW_RESOLUTION);
  }
}

/** Strokes of the values are 5 px wide at this size: they run into each other. */
const BLUR_SIGMA_PX = 4.5;

/** The camera of an old feature phone. */
const LOW_RESOLUTION = { width: 640, height: 480 } as const;

interface Photograph {
  readonly photo: RasterImage;
  readonly corners: Quad;
}

async function photograph(
  card: RasterImage,
  random: SpecimenRandom,
  pose: CameraPose = holdCamera(random),
): Promise<Photograph> {
  const corners = placeCorners(card, pose, random);
  const desk = await drawDesk(corners, random);
  return { photo: addNoise(placeCard(card, desk, corners), SENSOR_NOISE, random), corners };
}

/** As a person holds a phone who takes some care. */
function holdCamera(random: SpecimenRandom): CameraPose {
  return {
    rotation: random.between(-2, 2),
    foreshortening: random.between(0.01, 0.04),
    reach: random.between(0.8, 0.86),
  };
}

function tiltCamera(random: SpecimenRandom): CameraPose {
  return {
    rotation: random.between(8, 14) * (random.isLucky(0.5) ? 1 : -1),
    foreshortening: random.between(0.1, 0.16),
    reach: 0.78,
  };
}

/** A room without lamps: little light, and the grain that the sensor then adds. */
function darken(photo: RasterImage, random: SpecimenRandom): Sharp {
  const levels = photo.data.map((level) => Math.round(level * 0.24));
  return openRaster(addNoise({ ...photo, data: levels }, 3, random));
}

/** A lamp mirrored in the lamination, somewhere over the values. */
function glare({ photo, corners }: Photograph, random: SpecimenRandom): Sharp {
  const [topLeft, , bottomRight] = corners;
  const x = topLeft.x + (bottomRight.x - topLeft.x) * random.between(0.3, 0.6);
  const y = topLeft.y + (bottomRight.y - topLeft.y) * random.between(0.3, 0.75);
  const lamp = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(PHOTO.width)}" height="${String(PHOTO.height)}">`,
    '<defs><radialGradient id="lamp"><stop offset="0.35" stop-color="#fff"/>',
    '<stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>',
    `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="300" ry="190" fill="url(#lamp)"/></svg>`,
  ].join('');
  return openRaster(photo).composite([{ input: Buffer.from(lamp) }]);
}

/** Grey, hard, a little askew on white paper, with specks of toner. */
async function photocopy(card: RasterImage, random: SpecimenRandom): Promise<Sharp> {
  const { data, info } = await openRaster(card)
    .modulate({ saturation: 0 })
    .linear(1.4, -95)
    .rotate(random.between(-1.5, 1.5), { background: '#fff' })
    .resize({ width: 1240 })
    .extend({ top: 180, bottom: 180, left: 180, right: 180, background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return openRaster(addNoise({ width: info.width, height: info.height, data }, 9, random));
}

function openRaster({ data, width, height }: RasterImage): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}
