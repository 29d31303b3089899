import { colourOf, drawChart, px, type Chart } from './chart.js';
import type { RocPoint } from './roc.js';

/** The leftmost share drawn: a logarithmic axis has no zero, and fewer pairs say nothing below it. */
const LEAST_SHARE = 1e-4;

/**
 * Operating curves as SVG, the false positives on a logarithmic axis: what matters happens between
 * one in ten and one in ten thousand.
 */
export function drawRoc({
  title,
  curves,
}: {
  readonly title: string;
  readonly curves: readonly { readonly name: string; readonly points: readonly RocPoint[] }[];
}): string {
  return drawChart(
    {
      title,
      x: {
        label: 'false positive rate',
        from: LEAST_SHARE,
        to: 1,
        isLogarithmic: true,
        ticks: [1e-4, 1e-3, 1e-2, 1e-1, 1],
      },
      y: { label: 'true positive rate', from: 0.5, to: 1, ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1] },
      legend: curves.map(({ name }) => name),
    },
    (chart) => curves.map(({ points }, index) => drawCurve(points, index, chart)).join('\n'),
  );
}

/** Steps, because between two points nothing was measured. */
function drawCurve(points: readonly RocPoint[], index: number, { x, y }: Chart): string {
  const steps = points.map(
    ({ falsePositiveRate, truePositiveRate }) =>
      `H${px(x(Math.max(falsePositiveRate, LEAST_SHARE)))}V${px(y(truePositiveRate))}`,
  );
  const path = `M${px(x(LEAST_SHARE))} ${px(y(0))}${steps.join('')}`;
  return `<path d="${path}" fill="none" stroke="${colourOf(index)}" stroke-width="2"/>`;
}
