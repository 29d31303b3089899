import { expect, it } from 'vitest';
import { HEAD_SHAPE } from '../../challenge/head-shape.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { cutMask, type CutPlan } from './mask-cut.js';

const plan: CutPlan = {
  spare: 1,
  forehead: 0.9,
  unevenness: 0,
  hasEyes: false,
  hasMouth: false,
};

const cut = (change: Partial<CutPlan>) =>
  cutMask(HEAD_SHAPE, { ...plan, ...change }, createRandom(7, 'cut'));

it('covers brows, nose and chin, and neither ears nor neck nor crown', () => {
  const { insideAt } = cut({});
  for (const [x, y] of [
    [0, -0.5],
    [0, 0.6],
    [0, 1.6],
    [0.9, 0.5],
    [-0.9, 0.5],
  ] as const) {
    expect(insideAt(x, y)).toBeGreaterThan(0);
  }
  for (const [x, y] of [
    [1.4, 0.2],
    [-1.4, 0.2],
    [0, 2.1],
    [0, -1.3],
  ] as const) {
    expect(insideAt(x, y)).toBeLessThan(0);
  }
});

it('opens the eyes and the mouth where the plan has them', () => {
  expect(cut({ hasEyes: true }).insideAt(0.5, 0)).toBeLessThan(0);
  expect(cut({ hasEyes: true }).insideAt(0, 1.1)).toBeGreaterThan(0);
  expect(cut({ hasMouth: true }).insideAt(0, 1.13)).toBeLessThan(0);
});

it('follows a jaw that is wider on one side without a notch at the temple', () => {
  const lopsided = HEAD_SHAPE.map(({ x, y }) => ({ x: x > 0 ? x * 0.75 : x, y }));
  const { insideAt } = cutMask(lopsided, plan, createRandom(7, 'cut'));
  const edgeAt = (angle: number) => {
    let radius = 0;
    while (insideAt(radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)) > 0) radius += 0.01;
    return radius;
  };
  const edges = Array.from({ length: 60 }, (_, step) => edgeAt((-step / 60) * Math.PI));
  const jumps = edges.slice(1).map((edge, step) => Math.abs(edge - (edges[step] ?? edge)));
  expect(Math.max(...jumps)).toBeLessThan(0.06);
});
