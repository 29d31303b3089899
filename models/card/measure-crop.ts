import type { Size } from '../image/region.js';
import { mapQuadToRectangle, type Quad } from '../image/homography.js';
import type { LineBox } from '../text/line-box.js';
import { mapCardToPicture, STRAIGHT_CARD } from './straighten-card.js';

/** What a card must show, as shares of its width and height: all print lies inside. */
const PRINT = { left: 0.025, right: 0.975, top: 0.06, bottom: 0.92 } as const;
const PROBES = [0.06, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92] as const;

/**
 * How deep the card's print reaches beyond the picture: the share of the card's width or height
 * from the outermost print to the picture's border. 0 where all of it is inside.
 */
export function measureCrop(outline: Quad, picture: Size): number {
  const { width, height } = STRAIGHT_CARD;
  const toPicture = mapCardToPicture(outline);
  const toCard = mapQuadToRectangle(outline, 1, 1);
  let deepest = 0;
  const probe = (x: number, y: number) => {
    const at = toPicture(x * width, y * height);
    const inside = toCard(
      Math.min(Math.max(at.x, 0), picture.width - 1),
      Math.min(Math.max(at.y, 0), picture.height - 1),
    );
    deepest = Math.max(deepest, Math.hypot(inside.x - x, inside.y - y));
  };
  for (const share of PROBES) {
    probe(PRINT.left, share);
    probe(PRINT.right, share);
    probe(share, PRINT.top);
    probe(share, PRINT.bottom);
  }
  return deepest;
}

/** Line heights within which a line's end touches the border. */
const TOUCH = 0.35;

/** Lines of text that the picture's border cuts, at the border that cuts most. */
export function countCutLines(boxes: readonly LineBox[], picture: Size): number {
  const counts = [0, 0, 0, 0] as [number, number, number, number];
  for (const { centre, width, height, angle } of boxes) {
    if (width < 2 * height) continue;
    const reach = width / 2;
    const ends = [-1, 1].map((side) => ({
      x: centre.x + side * reach * Math.cos(angle),
      y: centre.y + side * reach * Math.sin(angle),
    }));
    const near = TOUCH * height;
    if (ends.some(({ x }) => x <= near)) counts[0] += 1;
    if (ends.some(({ x }) => x >= picture.width - 1 - near)) counts[1] += 1;
    if (ends.some(({ y }) => y <= near)) counts[2] += 1;
    if (ends.some(({ y }) => y >= picture.height - 1 - near)) counts[3] += 1;
  }
  return Math.max(...counts);
}
