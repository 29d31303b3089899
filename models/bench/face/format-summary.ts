import type { PairSummary } from './summarise-pairs.js';

export interface NamedSummary {
  readonly engine: string;
  readonly summary: PairSummary;
}

export interface EngineCost {
  readonly engine: string;
  /** Milliseconds to describe both photographs of a listed pair. */
  readonly matchMs: { readonly p50: number; readonly p95: number };
  /** `mean` is what a folder of them takes, large ones included. */
  readonly photographMs: { readonly p50: number; readonly mean: number };
  readonly cpuMs: { readonly p50: number };
  readonly peakRssMib: number;
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** One line an engine under a heading. */
export function formatSummaries(title: string, all: readonly NamedSummary[]): string[] {
  const [first] = all;
  if (first === undefined) return [];
  const { same, different } = first.summary;
  return [
    `\n${title}: ${String(same)} same, ${String(different)} different`,
    ...all.map(({ engine, summary }) => {
      const { accuracy, missed, matched, failed, areaUnderCurve, equalErrorRate, found } = summary;
      return [
        engine.padEnd(17),
        `accuracy ${percent(accuracy)} (missed ${String(missed)}, matched ${String(matched)}, unusable ${String(failed)})`,
        `AUC ${areaUnderCurve.toFixed(5)}`,
        `EER ${percent(equalErrorRate)}`,
        ...found.map(
          ({ falseAcceptRate, trueAcceptRate, interval, threshold }) =>
            `TAR@${falseAcceptRate.toExponential(0)} ${percent(trueAcceptRate)} ` +
            `[${percent(interval.low)}, ${percent(interval.high)}] from ${threshold.toFixed(3)}`,
        ),
      ].join('  ');
    }),
  ];
}

/** What each engine takes, and on which photographs it failed. */
export function formatCosts(costs: readonly EngineCost[]): string[] {
  return [
    '\nTime and memory:',
    ...costs.map(({ engine, matchMs, photographMs, cpuMs, peakRssMib }) =>
      [
        engine.padEnd(17),
        `match p50 ${matchMs.p50.toFixed(0)} ms, p95 ${matchMs.p95.toFixed(0)} ms`,
        `photograph p50 ${photographMs.p50.toFixed(0)} ms (CPU ${cpuMs.p50.toFixed(0)} ms), mean ${photographMs.mean.toFixed(0)} ms`,
        `peak ${peakRssMib.toFixed(0)} MiB`,
      ].join('  '),
    ),
    ...costs.flatMap(({ engine, refused }) =>
      refused.map(({ path, reason }) => `${engine}: ${path}: ${reason}`),
    ),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
