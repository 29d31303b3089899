import type { RasterImage } from '../image/raster-image.js';

/** How a card's print shows in a picture. */
export interface PrintQuality {
  /** Steepest change between neighbouring pixels as a share of the print's contrast, 0 to 1. */
  readonly sharpness: number;
  /** Luminance of the paper between the letters, 0 to 255. */
  readonly paper: number;
  /** Paper minus ink, 0 to 255. */
  readonly contrast: number;
  /** Height of a line in pixels of the picture, ascender to descender. */
  readonly lineHeight: number;
}

/** A level line of text, and the height it had in the picture. */
export interface MeasurableLine {
  readonly raster: RasterImage;
  readonly height: number;
}

/**
 * Print quality of level lines of text, each brought to the same height, so that a pixel is the
 * same share of a letter in every picture. The median line counts: glare or a hologram spoils some.
 *
 * @returns `null` without lines
 */
export function measurePrint(lines: readonly MeasurableLine[]): PrintQuality | null {
  const measured = lines.map(({ raster }) => measureLine(raster));
  if (measured.length === 0) return null;
  return {
    sharpness: middle(measured.map(({ sharpness }) => sharpness)),
    paper: middle(measured.map(({ paper }) => paper)),
    contrast: middle(measured.map(({ contrast }) => contrast)),
    lineHeight: middle(lines.map(({ height }) => height)),
  };
}

function measureLine({ data, width, height }: RasterImage): Omit<PrintQuality, 'lineHeight'> {
  const luminance = new Float32Array(width * height);
  for (let pixel = 0; pixel < luminance.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 3, pixel * 3 + 3);
    // Rec. 601 luma.
    luminance[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  const steps: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      const at = y * width + x;
      steps.push(Math.abs((luminance[at] ?? 0) - (luminance[at - 1] ?? 0)));
    }
  }
  // Letters cover a fifth to a third of a line: the 5th percentile is ink, the 80th is paper.
  const paper = quantile(luminance, 0.8);
  const contrast = Math.max(paper - quantile(luminance, 0.05), 1);
  const sharpness = Math.min(quantile(Float32Array.from(steps), 0.98) / contrast, 1);
  return { sharpness, paper, contrast };
}

function quantile(values: Float32Array, share: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function middle(values: readonly number[]): number {
  return quantile(Float32Array.from(values), 0.5);
}
