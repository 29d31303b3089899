import type { Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { PHOTO } from './place-card.js';
import { drawPicture } from './sharp-raster.js';

const DESK_COLOURS = ['#6d5a48', '#4d5257', '#7b766c', '#59483f'] as const;

/** A plain desk, lighter towards the window, with the shadow of a card at `corners`. */
export async function drawDesk(corners: Quad, random: SpecimenRandom): Promise<RasterImage> {
  const shadow = corners.map(({ x, y }) => `${x.toFixed(1)},${(y + 6).toFixed(1)}`).join(' ');
  const drawing = [
    '<defs><radialGradient id="light" cx="0.3" cy="0.2" r="1.1">',
    '<stop offset="0" stop-color="#fff" stop-opacity="0.18"/>',
    '<stop offset="1" stop-color="#000" stop-opacity="0.22"/></radialGradient>',
    '<filter id="soft"><feGaussianBlur stdDeviation="9"/></filter></defs>',
    `<rect width="100%" height="100%" fill="${random.pick(DESK_COLOURS)}"/>`,
    '<rect width="100%" height="100%" fill="url(#light)"/>',
    `<polygon points="${shadow}" fill="#000" fill-opacity="0.5" filter="url(#soft)"/>`,
  ].join('');
  return await drawPicture(PHOTO, drawing);
}
