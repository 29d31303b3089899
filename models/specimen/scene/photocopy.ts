import { mapCorners, type Photograph } from './photograph.js';
import type { RasterImage } from '../../image/raster-image.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { addNoise } from './add-noise.js';
import { openRaster, readRaster } from './sharp-raster.js';

export interface Copier {
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** Slope of the tones; higher is harder. */
  readonly contrast: number;
  /** Standard deviation of the toner's specks in grey levels. */
  readonly specks: number;
}

const COPY_WIDTH_PX = 1240;
const PAPER_PX = 180;

/** Grey, hard, a little askew on white paper, with specks of toner. */
export async function photocopy(
  card: RasterImage,
  copier: Copier,
  random: SpecimenRandom,
): Promise<Photograph> {
  const turned = await readRaster(
    openRaster(card)
      .modulate({ saturation: 0 })
      .linear(copier.contrast, 45 - copier.contrast * 100)
      .rotate(copier.rotation, { background: '#fff' }),
  );
  const scale = COPY_WIDTH_PX / turned.width;
  const page = await readRaster(
    openRaster(turned).resize({ width: COPY_WIDTH_PX }).extend({
      top: PAPER_PX,
      bottom: PAPER_PX,
      left: PAPER_PX,
      right: PAPER_PX,
      background: '#fff',
    }),
  );
  const turn = (copier.rotation * Math.PI) / 180;
  const { width, height } = card;
  const corners = mapCorners(
    [
      { x: -width / 2, y: -height / 2 },
      { x: width / 2, y: -height / 2 },
      { x: width / 2, y: height / 2 },
      { x: -width / 2, y: height / 2 },
    ],
    ({ x, y }) => ({
      x: page.width / 2 + (x * Math.cos(turn) - y * Math.sin(turn)) * scale,
      y: page.height / 2 + (x * Math.sin(turn) + y * Math.cos(turn)) * scale,
    }),
  );
  return { photo: addNoise(page, copier.specks, random), corners };
}
