import type { RasterImage } from '../image/raster-image.js';
import type { Region } from '../image/region.js';
import type { LineBox } from './line-box.js';
import type { TextDetector } from './text-detector.js';

/**
 * Pixels of the detector's input. On 48 drawn cards lines of 13 px and more were found whole; a
 * card that fills a third of the picture has lines of 8.
 */
const MIN_LINE_HEIGHT = 12;
/** A second look gains little when the text already spans this share of the picture. */
const MAX_SPAN = 0.7;
/** Share of the text's extent added around it, for lines that the first look missed. */
const MARGIN = 0.08;

/** Finds the lines, and looks again at the part that holds them when they are small. */
export async function detectClosely(
  detector: TextDetector,
  image: RasterImage,
  longSide: number,
): Promise<LineBox[]> {
  const boxes = await detector.detect(image, longSide);
  const imageSide = Math.max(image.width, image.height);
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b);
  const typical = heights[Math.floor(heights.length / 2)];
  if (typical === undefined || (typical * longSide) / imageSide >= MIN_LINE_HEIGHT) return boxes;
  const region = regionOf(boxes);
  if (Math.max(region.width, region.height) > imageSide * MAX_SPAN) return boxes;
  return await detector.detect(image, longSide, region);
}

function regionOf(boxes: readonly LineBox[]): Region {
  const reach = boxes.map(({ centre, width, height, angle }) => ({
    ...centre,
    dx: (Math.abs(Math.cos(angle)) * width + Math.abs(Math.sin(angle)) * height) / 2,
    dy: (Math.abs(Math.sin(angle)) * width + Math.abs(Math.cos(angle)) * height) / 2,
  }));
  const left = Math.min(...reach.map(({ x, dx }) => x - dx));
  const right = Math.max(...reach.map(({ x, dx }) => x + dx));
  const top = Math.min(...reach.map(({ y, dy }) => y - dy));
  const bottom = Math.max(...reach.map(({ y, dy }) => y + dy));
  const margin = MARGIN * Math.max(right - left, bottom - top);
  return {
    left: left - margin,
    top: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}
