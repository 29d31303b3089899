import { expect, it } from 'vitest';
import { summariseAttacks, type ScoredCapture } from './summarise-attacks.js';

const capture = (attack: string, score: number | null): ScoredCapture => ({
  file: 'a.jpg',
  isLive: attack === '',
  attack,
  score,
  durationMs: 10,
});

it('counts what passes by kind of attack and who is refused', () => {
  const summary = summariseAttacks([
    ...[0.9, 0.8, 0.7, 0.2].map((score) => capture('', score)),
    ...[0.6, 0.1].map((score) => capture('print', score)),
    ...[0.3, 0.1, 0.05, 0.04].map((score) => capture('replay', score)),
  ]);
  expect(summary).toMatchObject({
    live: 4,
    attacks: 6,
    apcer: { print: 0.5, replay: 0 },
    bpcer: 0.25,
    acer: 0.375,
    medianMs: 10,
  });
  expect(summary.accepted).toBeCloseTo(1 / 6);
  expect(summary.auc).toBeCloseTo(22 / 24);
});

it('lets nobody through without a score, and counts a living person without one as refused', () => {
  const summary = summariseAttacks([capture('', null), capture('', 0.9), capture('print', null)]);
  expect(summary).toMatchObject({ bpcer: 0.5, accepted: 0 });
});

it('summarises nothing for nobody', () => {
  expect(() => summariseAttacks([])).toThrow(RangeError);
});
