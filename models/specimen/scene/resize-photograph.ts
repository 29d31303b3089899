import { mapCorners, type Photograph } from './photograph.js';
import { openRaster, readRaster } from './sharp-raster.js';

/** Makes a picture smaller until its longer side fits; a smaller one stays as it is. */
export async function resizePhotograph(
  photograph: Photograph,
  longSidePx: number,
): Promise<Photograph> {
  const { photo, corners } = photograph;
  const scale = longSidePx / Math.max(photo.width, photo.height);
  if (scale >= 1) return photograph;
  const resized = await readRaster(openRaster(photo).resize(Math.round(photo.width * scale)));
  return {
    photo: resized,
    corners: mapCorners(corners, ({ x, y }) => ({
      x: (x * resized.width) / photo.width,
      y: (y * resized.height) / photo.height,
    })),
  };
}
