import type { Sharp } from 'sharp';
import type { RasterImage } from '../image/raster-image.js';
import { addNoise } from './scene/add-noise.js';
import { coverWithFinger, SKINS } from './scene/cover-with-finger.js';
import { dimLight } from './scene/dim-light.js';
import { drawDesk } from './scene/draw-desk.js';
import { holdCamera, leaveCardBehind, tiltCamera } from './scene/hold-camera.js';
import { overexpose } from './scene/overexpose.js';
import type { Photograph } from './scene/photograph.js';
import { photocopy } from './scene/photocopy.js';
import { placeCard, placeCorners, type CameraPose } from './scene/place-card.js';
import { reflectLamp } from './scene/reflect-lamp.js';
import { shakeCamera } from './scene/shake-camera.js';
import { openRaster } from './scene/sharp-raster.js';
import { photographScreen } from './scene/show-on-screen.js';
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
  const picture = await SCENES[condition](card, random);
  return picture.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

type Scene = (card: RasterImage, random: SpecimenRandom) => Promise<Sharp> | Sharp;

/** Strokes of the values are 5 px wide at this size: they run into each other. */
const BLUR_SIGMA_PX = 7;

/** The camera of an old feature phone. */
const LOW_RESOLUTION = { width: 640, height: 480 } as const;

const SCENES: Readonly<Record<SpecimenCondition, Scene>> = {
  flat: openRaster,
  photo: async (card, random) => openRaster((await photograph(card, random)).photo),
  tilt: async (card, random) =>
    openRaster((await photograph(card, random, tiltCamera(random))).photo),
  'rotated-90': async (card, random) =>
    openRaster((await photograph(card, random)).photo).rotate(90),
  'rotated-180': async (card, random) =>
    openRaster((await photograph(card, random)).photo).rotate(180),
  dark: async (card, random) => {
    const { photo } = await photograph(card, random);
    return openRaster(addNoise(dimLight(photo, 0.24), 3, random));
  },
  glare: async (card, random) => reflect(await photograph(card, random), random),
  blur: async (card, random) =>
    openRaster((await photograph(card, random)).photo).blur(BLUR_SIGMA_PX),
  'low-resolution': async (card, random) =>
    openRaster((await photograph(card, random)).photo).resize(LOW_RESOLUTION),
  photocopy: async (card, random) => {
    const copier = { rotation: random.between(-1.5, 1.5), contrast: 1.4, specks: 9 };
    return openRaster((await photocopy(card, copier, random)).photo);
  },
  screen: showMonitor,
  cropped: async (card, random) =>
    openRaster((await photograph(card, random, leaveCardBehind(random))).photo),
  obstructed: obstruct,
  overexposed: async (card, random) => {
    const { photo } = await photograph(card, random);
    return openRaster(overexpose(photo, { gain: random.between(8, 10), flare: 0.24 }));
  },
  motion: async (card, random) => {
    const { photo } = await photograph(card, random);
    const shake = { lengthPx: random.between(46, 70), degrees: random.between(-35, 35) };
    return openRaster(await shakeCamera(photo, shake));
  },
};

async function photograph(
  card: RasterImage,
  random: SpecimenRandom,
  pose: CameraPose = holdCamera(random),
): Promise<Photograph> {
  const corners = placeCorners(card, pose);
  const desk = await drawDesk(corners, random);
  const photo = addNoise(await placeCard(card, desk, corners), SENSOR_NOISE, random);
  return { photo, corners };
}

/** A lamp somewhere over the values. */
async function reflect({ photo, corners }: Photograph, random: SpecimenRandom): Promise<Sharp> {
  const [topLeft, , bottomRight] = corners;
  const centre = {
    x: topLeft.x + (bottomRight.x - topLeft.x) * random.between(0.3, 0.6),
    y: topLeft.y + (bottomRight.y - topLeft.y) * random.between(0.3, 0.75),
  };
  return openRaster(await reflectLamp(photo, { centre, radiusX: 300, radiusY: 190 }));
}

/** A thumb that comes from below or from the left and ends on the values. */
async function obstruct(card: RasterImage, random: SpecimenRandom): Promise<Sharp> {
  const finger = {
    x: random.between(0.34, 0.5),
    y: random.between(0.36, 0.6),
    degrees: random.between(70, 150),
    width: random.between(0.22, 0.27),
    skin: random.pick(SKINS),
  };
  return openRaster((await coverWithFinger(await photograph(card, random), finger)).photo);
}

async function showMonitor(card: RasterImage, random: SpecimenRandom): Promise<Sharp> {
  const look = {
    columns: random.integer(820, 1020),
    reach: random.between(0.76, 0.86),
    x: random.between(0.2, 0.8),
    y: random.between(0.2, 0.8),
    page: random.pick(['#2b2d31', '#f1f2f4', '#1d3a5f']),
  };
  const pose = { ...holdCamera(random), reach: random.between(0.94, 1.02) };
  const corners = placeCorners({ width: 16, height: 10 }, pose);
  const room = { photo: await drawDesk(corners, random), corners };
  const { photo } = await photographScreen(card, look, room);
  return openRaster(addNoise(photo, SENSOR_NOISE, random));
}
