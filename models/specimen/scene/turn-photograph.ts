import type { Point } from '../../image/homography.js';
import { mapCorners, type Photograph } from './photograph.js';
import { openRaster, readRaster } from './sharp-raster.js';

/** Clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** Turns the whole picture, as a phone does that was held another way. */
export async function turnPhotograph(
  photograph: Photograph,
  turns: QuarterTurns,
): Promise<Photograph> {
  if (turns === 0) return photograph;
  const { photo, corners } = photograph;
  const { width, height } = photo;
  const moves: Readonly<Record<1 | 2 | 3, (corner: Point) => Point>> = {
    1: ({ x, y }) => ({ x: height - y, y: x }),
    2: ({ x, y }) => ({ x: width - x, y: height - y }),
    3: ({ x, y }) => ({ x: y, y: width - x }),
  };
  return {
    photo: await readRaster(openRaster(photo).rotate(turns * 90)),
    corners: mapCorners(corners, moves[turns]),
  };
}
