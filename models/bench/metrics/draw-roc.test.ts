import { expect, it } from 'vitest';
import { drawHistogram } from './draw-histogram.js';
import { drawRoc } from './draw-roc.js';
import { traceRoc } from './roc.js';

const better = traceRoc({ positives: [0.9, 0.8], negatives: [0.1, 0.2] });
const worse = traceRoc({ positives: [0.9, 0.3], negatives: [0.5, 0.2] });

it('draws one curve for each engine and names it, whatever the name holds', () => {
  const svg = drawRoc({
    title: 'A & B',
    curves: [
      { name: 'one', points: better },
      { name: 'a < b', points: worse },
    ],
  });
  expect(svg).toMatch(/^<svg /);
  expect(svg).toContain('A &amp; B');
  expect(svg).toContain('a &lt; b');
  expect(svg.match(/stroke-width="2"/g)).toHaveLength(2);
});

it('reaches the upper edge where all are found, and not before', () => {
  const [best, poor] = [better, worse].map((points) =>
    drawRoc({ title: '', curves: [{ name: '', points }] }),
  );
  // The left edge is the share that stands for none; the upper edge is 48 pixels from the top.
  expect(best).toContain('H76V48');
  expect(poor).not.toContain('H76V48');
});

it('draws a bar as high as the share of its own group', () => {
  const svg = drawHistogram({
    title: 'scores',
    threshold: 0.5,
    groups: [
      { name: 'same', scores: [0.91, 0.91] },
      { name: 'different', scores: [0.11, 0.21] },
    ],
  });
  expect(svg).toContain('same (2)');
  // All of the first group in one bar over the full height, half of the second in each of two.
  expect(svg).toContain('V48H');
  expect(svg.match(/V219H/g)).toHaveLength(2);
});
