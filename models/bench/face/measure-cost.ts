import type { LabelledPair } from '../../specimen/portraits/read-face-pairs.js';
import { percentile } from '../metrics/percentile.js';
import { keyOf, type Described, type Descriptions } from './describe-photographs.js';
import type { EngineCost } from './format-summary.js';

/**
 * What an engine took. Describing is all of the work: comparing two sets of numbers takes microseconds,
 * so a match is its two photographs.
 */
export function measureCost(
  engine: string,
  described: Descriptions,
  pairs: readonly (LabelledPair & { readonly isCard: boolean })[],
): EngineCost {
  const msOf = (path: string, isCard: boolean) => described.get(keyOf({ path, isCard }))?.ms ?? NaN;
  const matches = pairs.map(({ a, b, isCard }) => msOf(a, isCard) + msOf(b, false));
  const all = [...described.values()];
  const times = all.map(({ ms }) => ms);
  return {
    engine,
    matchMs: { p50: percentile(matches, 0.5), p95: percentile(matches, 0.95) },
    photographMs: {
      p50: percentile(times, 0.5),
      mean: times.reduce((sum, ms) => sum + ms, 0) / times.length,
    },
    cpuMs: {
      p50: percentile(
        all.flatMap((answer) => ('cpuMs' in answer ? answer.cpuMs : [])),
        0.5,
      ),
    },
    peakRssMib: Math.max(
      0,
      ...all.flatMap((answer) => ('peakRssMib' in answer ? answer.peakRssMib : [])),
    ),
    refused: [...described].flatMap(([key, answer]) => {
      const reason = reasonOf(answer);
      return reason === null ? [] : [{ path: key, reason }];
    }),
  };
}

function reasonOf(answer: Described): string | null {
  if ('failure' in answer) return answer.failure;
  if ('fault' in answer) return answer.fault === null ? null : `${answer.fault}, compared`;
  return 'refusal' in answer ? answer.refusal : null;
}
