import { expect, it } from 'vitest';
import { createRandom } from '../../specimen/specimen-random.js';
import { fitBalanced } from './fit-balanced.js';

/** The first feature tells the classes apart, the second is noise; nine in ten are live. */
function invent(offset: (isLive: boolean) => number) {
  const random = createRandom(5, 'examples');
  return Array.from({ length: 600 }, (_, index) => {
    const isLive = index % 10 !== 0;
    const features = [(isLive ? 3 : 1) + random.between(-1.5, 1.5), random.between(-1, 1)];
    return { features, isLive, offset: offset(isLive) };
  });
}

it('weighs both classes the same, however many examples they have', () => {
  const { bias, weights } = fitBalanced(
    invent(() => 0),
    0.01,
  );
  const [telling = 0, noise = 0] = weights;
  expect(telling).toBeGreaterThan(5 * Math.abs(noise));
  // Half way between the classes neither is likelier.
  expect(Math.abs(bias + telling * 2) / telling).toBeLessThan(0.3);
});

it('leaves to the features what the offset does not say', () => {
  const alone = fitBalanced(
    invent(() => 0),
    0.01,
  );
  const helped = fitBalanced(
    invent((isLive) => (isLive ? 4 : -4)),
    0.01,
  );
  expect(helped.weights[0] ?? 9).toBeLessThan((alone.weights[0] ?? 0) / 2);
});
