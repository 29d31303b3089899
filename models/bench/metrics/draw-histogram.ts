import { colourOf, drawChart, px, type Chart } from './chart.js';

const BINS = 50;

/** How the scores of each group spread between 0 and 1, as SVG; bars are shares of their own group. */
export function drawHistogram({
  title,
  threshold,
  groups,
}: {
  readonly title: string;
  /** The operating point, drawn as a line. */
  readonly threshold: number;
  readonly groups: readonly { readonly name: string; readonly scores: readonly number[] }[];
}): string {
  const shares = groups.map(({ scores }) => countShares(scores));
  const highest = Math.max(0.1, ...shares.flat());
  const top = Math.ceil(highest * 10) / 10;
  return drawChart(
    {
      title,
      x: { label: 'score', from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
      y: { label: 'share of the group', from: 0, to: top, ticks: [0, top / 2, top].map(round) },
      legend: groups.map(({ name, scores }) => `${name} (${String(scores.length)})`),
    },
    (chart) =>
      [
        ...shares.map((bars, index) => drawBars(bars, index, chart)),
        `<path d="M${px(chart.x(threshold))} ${px(chart.y(0))}V${px(chart.y(top))}" stroke="#1c2733" stroke-dasharray="5 4"/>`,
      ].join('\n'),
  );
}

function countShares(scores: readonly number[]): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const score of scores) {
    const bin = Math.min(Math.max(Math.floor(score * BINS), 0), BINS - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count) => count / Math.max(scores.length, 1));
}

function drawBars(bars: readonly number[], index: number, { x, y }: Chart): string {
  const shapes = bars.flatMap((share, bin) => {
    if (share === 0) return [];
    const [left, right] = [x(bin / BINS), x((bin + 1) / BINS)];
    return `M${px(left)} ${px(y(0))}V${px(y(share))}H${px(right)}V${px(y(0))}z`;
  });
  return `<path d="${shapes.join('')}" fill="${colourOf(index)}" fill-opacity="0.55"/>`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
