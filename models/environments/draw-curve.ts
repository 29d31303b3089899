import { colourOf, drawChart, px, type Chart } from '../bench/metrics/chart.js';

/** What a training writes down besides its figures on the tune split. */
const [SECONDS, OTHERS] = ['seconds', ['seconds', 'seen', 'loss']] as const;
/** Below it a share is noise of the tune split. */
const LEAST_SHARE = 1e-3;
const COLUMNS = 4;

/**
 * The figures of a training over its minutes, as SVG.
 *
 * @param csv `curve.csv`: the names in the first row, numbers in the others
 */
export function drawCurve(title: string, csv: string): string {
  const [names = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
  const columnOf = (name: string) => rows.map((row) => Number(row[names.indexOf(name)]));
  const minutes = columnOf(SECONDS).map((seconds) => seconds / 60);
  const most = Math.max(...minutes, 1);
  const figures = names.filter((name) => !OTHERS.some((other) => other === name));
  return drawChart(
    {
      title,
      x: {
        label: 'minutes of computing',
        from: 0,
        to: most,
        ticks: Array.from({ length: COLUMNS + 1 }, (_, at) => round((most * at) / COLUMNS)),
      },
      y: {
        label: 'share, tune split',
        from: LEAST_SHARE,
        to: 1,
        isLogarithmic: true,
        ticks: [1e-3, 1e-2, 1e-1, 1],
      },
      legend: figures,
    },
    (chart) =>
      figures.map((name, index) => drawLine(minutes, columnOf(name), index, chart)).join('\n'),
  );
}

function drawLine(
  minutes: readonly number[],
  shares: readonly number[],
  index: number,
  { x, y }: Chart,
): string {
  const points = shares.map(
    (share, at) => `${px(x(minutes[at] ?? 0))},${px(y(Math.max(share, LEAST_SHARE)))}`,
  );
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colourOf(index)}" stroke-width="2"/>`;
}

function round(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
