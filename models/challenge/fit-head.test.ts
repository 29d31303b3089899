import { describe, expect, it } from 'vitest';
import { fitHead } from './fit-head.js';
import { projectPoint, RESTING_POSE, type SheetPose } from './generator/sheet-pose.js';
import { HEAD_SHAPE } from './head-shape.js';

const CENTRE = { x: 0, y: 0, z: 0 };

function fit(pose: Partial<SheetPose>) {
  const points = HEAD_SHAPE.map((point) =>
    projectPoint(point, CENTRE, { ...RESTING_POSE, ...pose }),
  );
  return fitHead(points.map(({ x, y }) => ({ x: 100 + x * 50, y: 80 + y * 50 })));
}

describe('fitHead', () => {
  it.each([{ yaw: 25 }, { yaw: -25 }, { pitch: 15 }, { pitch: -15 }, { roll: 20 }])(
    'finds a head turned by %o within five degrees',
    (pose) => {
      const expected = { yaw: 0, pitch: 0, roll: 0, ...pose };
      const head = fit(pose);
      expect(Math.abs((head?.yaw ?? 99) - expected.yaw)).toBeLessThan(5);
      expect(Math.abs((head?.pitch ?? 99) - expected.pitch)).toBeLessThan(5);
      expect(Math.abs((head?.roll ?? 99) - expected.roll)).toBeLessThan(5);
    },
  );

  it('measures the size of the face, turned or not', () => {
    expect(fit({})?.scale).toBeCloseTo(50, -1);
    expect((fit({ yaw: 30 })?.scale ?? 0) / (fit({})?.scale ?? 1)).toBeCloseTo(1, 1);
  });

  it('finds no head where all points lie in one place', () => {
    expect(fitHead(HEAD_SHAPE.map(() => ({ x: 5, y: 5 })))).toBeNull();
  });
});
