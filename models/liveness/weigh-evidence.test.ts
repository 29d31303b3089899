import { expect, it } from 'vitest';
import { chooseFrames } from './choose-frames.js';
import { readEvidence } from './evidence.js';
import { fuseCues, weighCues } from './weigh-evidence.js';

const texture = { bias: 0, weights: [1, 0], ceiling: 10 };
const still = { odds: 2, features: Float64Array.of(4, 0), grid: 9 };
const frame = { odds: -1, features: Float64Array.of(1, 0) };

it('lets the texture excuse only so much', () => {
  const cues = (ceiling: number) => weighCues({ ...texture, ceiling }, still, []).texture;
  expect(cues(10)).toBe(4);
  expect(cues(1.5)).toBe(1.5);
});

it('takes the mean of still and burst, so that one bad picture decides nothing', () => {
  const cues = weighCues(texture, still, [frame, frame]);
  expect(cues).toMatchObject({ network: 0, texture: 2 });
  expect(weighCues(texture, still, [])).toMatchObject({ network: 2, texture: 4 });
});

it('scores a half where the cues weigh nothing, and less with a stronger grid', () => {
  const fusion = { bias: 0, weights: [0, 0, -1] };
  expect(fuseCues({ bias: 0, weights: [0, 0, 0] }, weighCues(texture, still, []))).toBe(0.5);
  const calm = fuseCues(fusion, weighCues(texture, { ...still, grid: 5 }, []));
  const strong = fuseCues(fusion, weighCues(texture, { ...still, grid: 90 }, []));
  expect(strong).toBeLessThan(calm);
});

it('has a fit in which every cue points the way it was made for', () => {
  const { texture: fitted, fusion } = readEvidence();
  expect(fitted.weights).toHaveLength(256);
  const [network = 0, textureWeight = 0, grid = 0] = fusion.weights;
  expect(Math.min(network, textureWeight)).toBeGreaterThan(0);
  expect(grid).toBeLessThan(0);
});

it('refuses a fit of another form', () => {
  expect(() => readEvidence({ fusion: { bias: 0, weights: [1] } })).toThrow();
});

it('spreads what it looks at over the time around the shutter', () => {
  const image = { width: 1, height: 1, data: new Uint8Array(3) };
  const frames = Array.from({ length: 12 }, (_, index) => ({ image, atMs: index }));
  expect(chooseFrames(frames).map(({ atMs }) => atMs)).toEqual([0, 4, 7, 11]);
  expect(chooseFrames(frames.slice(0, 2))).toHaveLength(2);
  const challenge = frames.map((frame, index) => ({ ...frame, atMs: 5 + index * 267 }));
  expect(chooseFrames(challenge).map(({ atMs }) => atMs)).toEqual([5, 272, 539]);
  expect(chooseFrames([])).toEqual([]);
});
