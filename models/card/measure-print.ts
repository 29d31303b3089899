import type { GreyImage } from '../image/grey-image.js';

/** How a card's print shows in a picture. */
export interface PrintQuality {
  /** Steepest change between neighbouring pixels as a share of the print's contrast, 0 to 1. */
  readonly sharpness: number;
  /** The same across the lines: a shaken camera blurs one of the two more. */
  readonly sharpnessAcross: number;
  /** Luminance of the paper between the letters, 0 to 255. */
  readonly paper: number;
  /** Paper minus ink, 0 to 255. */
  readonly contrast: number;
  /** Height of a line in pixels of the picture, ascender to descender. */
  readonly lineHeight: number;
}

/** A level line of text, and the height it had in the picture. */
export interface MeasurableLine {
  readonly line: GreyImage;
  readonly height: number;
}

/**
 * Print quality of level lines of text, each brought to the same height, so that a pixel is the
 * same share of a letter in every picture. The median line counts: glare or a hologram spoils some.
 *
 * @returns `null` without lines
 */
export function measurePrint(lines: readonly MeasurableLine[]): PrintQuality | null {
  const measured = lines.map(({ line }) => measureLine(line));
  if (measured.length === 0) return null;
  return {
    sharpness: middle(measured.map(({ sharpness }) => sharpness)),
    sharpnessAcross: middle(measured.map(({ sharpnessAcross }) => sharpnessAcross)),
    paper: middle(measured.map(({ paper }) => paper)),
    contrast: middle(measured.map(({ contrast }) => contrast)),
    lineHeight: middle(lines.map(({ height }) => height)),
  };
}

function measureLine({
  width,
  height,
  levels: luminance,
}: GreyImage): Omit<PrintQuality, 'lineHeight'> {
  const levels = new Uint32Array(256);
  const along = new Uint32Array(256);
  const across = new Uint32Array(256);
  for (let y = 1; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      const at = y * width + x;
      const level = luminance[at] ?? 0;
      count(levels, level);
      count(along, Math.abs(level - (luminance[at - 1] ?? 0)));
      count(across, Math.abs(level - (luminance[at - width] ?? 0)));
    }
  }
  // Letters cover a fifth to a third of a line: the 5th percentile is ink, the 80th is paper.
  const paper = quantile(levels, 0.8);
  const contrast = Math.max(paper - quantile(levels, 0.05), 1);
  return {
    paper,
    contrast,
    sharpness: Math.min(quantile(along, 0.98) / contrast, 1),
    sharpnessAcross: Math.min(quantile(across, 0.98) / contrast, 1),
  };
}

function count(histogram: Uint32Array, level: number): void {
  histogram[level] = (histogram[level] ?? 0) + 1;
}

/** The level below which this share of what was counted lies. */
function quantile(histogram: Uint32Array, share: number): number {
  let left = Math.floor((histogram.reduce((sum, bin) => sum + bin, 0) - 1) * share);
  for (const [bin, entries] of histogram.entries()) {
    if (left < entries) return bin;
    left -= entries;
  }
  return 0;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
