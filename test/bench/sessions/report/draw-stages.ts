import { drawChart, colourOf, px, type Chart } from '../../../../models/bench/metrics/chart.js';
import type { StageSummary } from './summarise-sessions.js';

/** Sessions a minute against people at once, a line for each flow and number of vision workers. */
export function drawThroughput(stages: readonly StageSummary[]): string {
  const names = [...new Set(stages.map(nameLine))];
  const most = Math.max(1, ...stages.map(({ people }) => people));
  const top = roundUp(Math.max(1, ...stages.map(({ sessionsPerMinute }) => sessionsPerMinute)));
  return drawChart(
    {
      title: 'Sessions a minute',
      x: {
        label: 'people at once',
        from: 0,
        to: most,
        ticks: [...new Set([0, ...stages.map(({ people }) => people)])],
      },
      y: { label: 'sessions a minute', from: 0, to: top, ticks: ticksTo(top) },
      legend: names,
    },
    (chart) =>
      names
        .map((name, index) => {
          const line = stages.filter((stage) => nameLine(stage) === name);
          return drawLine(line, colourOf(index), chart);
        })
        .join('\n'),
  );
}

function nameLine({ flow, visionWorkers }: StageSummary): string {
  return visionWorkers === 1 ? flow : `${flow}, ${String(visionWorkers)} workers`;
}

function drawLine(stages: readonly StageSummary[], colour: string, { x, y }: Chart): string {
  const points = stages.map(({ people, sessionsPerMinute }) => [
    px(x(people)),
    px(y(sessionsPerMinute)),
  ]);
  return [
    `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.map(
      ([left = '', top = '']) => `<circle cx="${left}" cy="${top}" r="4" fill="${colour}"/>`,
    ),
  ].join('');
}

/** Who took the processor time of each stage, in shares of the machine. */
export function drawProcessors(stages: readonly StageSummary[]): string {
  const legend = ['networks', 'vision, rest', 'platform, rest', 'driver', 'others'];
  return drawChart(
    {
      title: 'Processor time of each stage, from left to right as they were run',
      x: { label: 'stage', from: 0, to: stages.length, ticks: [] },
      y: { label: 'per cent of the machine', from: 0, to: 100, ticks: [0, 25, 50, 75, 90, 100] },
      legend,
    },
    (chart) => stages.map((stage, index) => drawStack(stage, index, chart)).join('\n'),
  );
}

function drawStack({ processors }: StageSummary, index: number, { x, y }: Chart): string {
  const { groups, inference, driver, wallSeconds, cores, foreignShare } = processors;
  const given = wallSeconds * cores;
  const platform = Object.values(groups).reduce((sum, seconds) => sum + seconds, 0);
  const vision = Object.entries(groups)
    .filter(([name]) => name.startsWith('worker-vision'))
    .reduce((sum, [, seconds]) => sum + seconds, 0);
  const shares = [
    inference / given,
    (vision - inference) / given,
    (platform - vision) / given,
    driver / given,
    foreignShare,
  ];
  let below = 0;
  return shares
    .map((share, part) => {
      const [from, to] = [below, below + Math.max(0, share) * 100];
      below = to;
      const left = x(index + 0.15);
      return `<rect x="${px(left)}" y="${px(y(to))}" width="${px(x(index + 0.85) - left)}" height="${px(y(from) - y(to))}" fill="${colourOf(part)}"/>`;
    })
    .join('');
}

const STEPS = 4;

function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(value));
  return Math.ceil(value / step) * step;
}

function ticksTo(top: number): readonly number[] {
  return Array.from({ length: STEPS + 1 }, (_, index) => (top * index) / STEPS);
}
