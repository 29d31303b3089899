import { describe, expect, it } from 'vitest';
import { measurePose } from './measure-pose.js';

/** Eyes, nose, mouth and ears of a face seen from the front. */
const FRONTAL = [
  { x: -1, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: 0, y: 2 },
  { x: -2, y: 0.2 },
  { x: 2, y: 0.2 },
] as const;

const moveNose = (x: number, y: number) =>
  FRONTAL.map((point, index) => (index === 2 ? { x, y } : point));

describe('measurePose', () => {
  it('finds a face from the front straight', () => {
    expect(measurePose(FRONTAL)).toEqual({ turn: 0, drop: 0.5, tilt: 0 });
  });

  it('knows to which side a head is turned, and whether the chin is up', () => {
    expect(measurePose(moveNose(1, 1)).turn).toBeCloseTo(0.25);
    expect(measurePose(moveNose(-1, 1)).turn).toBeCloseTo(-0.25);
    expect(measurePose(moveNose(0, 0.4)).drop).toBeCloseTo(0.2);
  });

  it('takes a tilted head for tilted alone', () => {
    const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    const pose = measurePose(
      FRONTAL.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos })),
    );
    expect(pose.tilt).toBeCloseTo(30);
    expect(pose.turn).toBeCloseTo(0);
    expect(pose.drop).toBeCloseTo(0.5);
  });
});
