import type { RowSpan } from '../text/find-components.js';
import type { LineBox } from '../text/line-box.js';

/** Times as long as high from which a core knows its own direction. */
const LONG_ENOUGH = 3;

/**
 * The turned rectangle of a core of print: its middle, direction and height are those of the rectangle
 * with the same moments, which a ragged edge hardly changes; its length is the core's own. Short cores
 * lie level, as the card does.
 */
export function fitCore(rows: readonly RowSpan[]): LineBox {
  const { centre, xx, xy, yy } = measureMoments(rows);
  const difference = Math.hypot(xx - yy, 2 * xy);
  const [long, short] = [(xx + yy + difference) / 2, (xx + yy - difference) / 2];
  const isLong = long >= LONG_ENOUGH ** 2 * short;
  const angle = isLong ? Math.atan2(2 * xy, xx - yy) / 2 : 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const ends = rows.flatMap(({ y, left, right }) => {
    const across = (y + 0.5 - centre.y) * sin;
    return [(left - centre.x) * cos + across, (right + 1 - centre.x) * cos + across];
  });
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const middle = (first + last) / 2;
  return {
    centre: { x: centre.x + middle * cos, y: centre.y + middle * sin },
    width: last - first,
    height: Math.sqrt(12 * (isLong ? short : yy)),
    angle,
  };
}

/** Middle and central second moments a pixel, of pixels with area. */
function measureMoments(rows: readonly RowSpan[]) {
  let [count, sumX, sumY, sumXx, sumXy, sumYy] = [0, 0, 0, 0, 0, 0];
  for (const { y: row, left, right } of rows) {
    const length = right + 1 - left;
    const [x, y] = [(left + right + 1) / 2, row + 0.5];
    count += length;
    sumX += length * x;
    sumY += length * y;
    sumXx += length * (x * x + length ** 2 / 12);
    sumXy += length * x * y;
    sumYy += length * (y * y + 1 / 12);
  }
  const centre = { x: sumX / count, y: sumY / count };
  return {
    centre,
    xx: sumXx / count - centre.x ** 2,
    xy: sumXy / count - centre.x * centre.y,
    yy: sumYy / count - centre.y ** 2,
  };
}
