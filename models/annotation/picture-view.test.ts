import { describe, expect, it } from 'vitest';
import type { LineBox } from '../text/line-box.js';
import { findReadingDirection, placeBox, viewPicture } from './picture-view.js';

const DEGREE = Math.PI / 180;

function boxAt(angle: number, width = 200): LineBox {
  return { centre: { x: 500, y: 300 }, width, height: 20, angle };
}

describe('the view of a picture', () => {
  it('shrinks a large photograph and enlarges a small one to the same side', () => {
    expect(viewPicture({ width: 4000, height: 3000 }, 0)).toMatchObject({
      width: 2000,
      height: 1500,
    });
    expect(viewPicture({ width: 480, height: 640 }, 0)).toMatchObject({
      width: 1500,
      height: 2000,
    });
  });

  it.each([
    ['level', 0, 0],
    ['tilted', 40, 0],
    ['downwards', 90, 3],
    ['upside down', 180, 2],
    ['upside down, the other way about', -178, 2],
    ['upwards', -90, 1],
  ])('turns text that runs %s', (_case, degrees, quarterTurns) => {
    const view = viewPicture({ width: 1000, height: 600 }, degrees * DEGREE);
    expect(view.quarterTurns).toBe(quarterTurns);
    const [topLeft, topRight, , bottomLeft] = placeBox(boxAt(degrees * DEGREE), view);
    expect(topRight.x - topLeft.x).toBeGreaterThan(Math.abs(topRight.y - topLeft.y));
    expect(bottomLeft.y).toBeGreaterThan(topLeft.y);
  });

  it('places a corner of a turned picture where it is shown', () => {
    const { place, width, height } = viewPicture({ width: 2000, height: 1000 }, 90 * DEGREE);
    expect({ width, height }).toEqual({ width: 1000, height: 2000 });
    expect(place({ x: 2000, y: 0 })).toEqual({ x: 0, y: 0 });
  });

  it('follows most of the text, not every line', () => {
    const boxes = [boxAt(Math.PI), boxAt(Math.PI), boxAt(0, 60)];
    expect(Math.abs(findReadingDirection(boxes))).toBeCloseTo(Math.PI);
    expect(findReadingDirection([])).toBe(0);
  });
});
