import { findComponents, type RowSpan } from './find-components.js';
import type { LineBox, Point } from './line-box.js';
import { minAreaRect } from './min-area-rect.js';

/** The detector's answer: for each pixel of its input, how likely it is text. */
export interface ProbabilityMap {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/**
 * As the weights were published (`PostProcess` in `inference.yml` beside PP-OCRv6_tiny_det):
 * thresh 0.2, box_thresh 0.4, unclip_ratio 1.4.
 */
const PIXEL_THRESHOLD = 0.2;
const BOX_THRESHOLD = 0.4;
const UNCLIP_RATIO = 1.4;
/** Pixels of the map. Smaller is dirt; DBPostProcess of PaddleOCR uses the same 3. */
const MIN_SIDE = 3;

/**
 * The lines of text in a probability map. The network is trained on shrunken text regions, so each
 * region's rectangle grows again by area × ratio ÷ perimeter on every side: Liao et al., "Real-time
 * Scene Text Detection with Differentiable Binarization", AAAI 2020, §3.4.
 */
export function locateLines(map: ProbabilityMap): LineBox[] {
  return findComponents(map, PIXEL_THRESHOLD)
    .filter(({ meanValue }) => meanValue >= BOX_THRESHOLD)
    .map(({ rows }) => minAreaRect(rows.flatMap(cornersOf)))
    .filter(({ height }) => height >= MIN_SIDE)
    .map(unclip);
}

function cornersOf({ y, left, right }: RowSpan): Point[] {
  return [
    { x: left, y },
    { x: left, y: y + 1 },
    { x: right + 1, y },
    { x: right + 1, y: y + 1 },
  ];
}

/** Grows a shrunken text rectangle to the text's true extent. */
export function unclip(box: LineBox): LineBox {
  const distance = (box.width * box.height * UNCLIP_RATIO) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * distance, height: box.height + 2 * distance };
}
