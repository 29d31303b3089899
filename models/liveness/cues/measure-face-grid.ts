import { measureGrid } from '../../card/measure-grid.js';
import type { RasterImage } from '../../image/raster-image.js';
import { enlargeRegion, type Region } from '../../image/region.js';

/** Tiles across and down the face with its surroundings. */
const TILES = 5;
/** A picture of a display shows its grid on the wall behind the face as well, where nothing else is. */
export const GRID_REACH = 1.8;

/**
 * How regular the finest structure in and around a face is: skin, hair and grain spread their light
 * over many waves, a display's points, their moiré or a print's dots gather it in few.
 *
 * @param box see `tightFaceBox`
 * @returns 0 where the picture is too small to tell
 */
export function measureFaceGrid(image: RasterImage, box: Region): number {
  const region = enlargeRegion(box, GRID_REACH);
  const at = (index: number) => (index + 0.5) / TILES;
  const centres = Array.from({ length: TILES * TILES }, (_, index) => ({
    x: region.left + region.width * at(index % TILES),
    y: region.top + region.height * at(Math.floor(index / TILES)),
  }));
  return measureGrid(image, centres) ?? 0;
}
