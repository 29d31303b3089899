import {
  areaUnderRoc,
  findEqualError,
  findPointAt,
  traceRoc,
  type RocPoint,
} from '../metrics/roc.js';
import { intervalOf, type Interval } from '../metrics/wilson-interval.js';
import type { Comparison } from './compare-described.js';

export interface ComparedPair extends Comparison {
  readonly same: boolean;
}

/** How an engine does on a set of pairs. */
export interface PairSummary {
  readonly same: number;
  readonly different: number;
  /** Pairs of which a photograph could not be used: wrong, whatever they are. */
  readonly failed: number;
  /** At the engine's own operating point. */
  readonly accuracy: number;
  readonly missed: number;
  readonly matched: number;
  readonly areaUnderCurve: number;
  readonly equalErrorRate: number;
  /** Same pairs found while at most this share of different ones is taken for the same. */
  readonly found: readonly FoundAt[];
  readonly points: readonly RocPoint[];
}

export interface FoundAt {
  readonly falseAcceptRate: number;
  readonly trueAcceptRate: number;
  /** Of the true accept rate, 95 %, as if the pairs were independent. */
  readonly interval: Interval;
  readonly threshold: number;
}

const FALSE_ACCEPT_RATES = [1e-2, 1e-3];

/**
 * Where an engine failed on a photograph the pair is wrong at its operating point. On the curve it is
 * as unlike as can be: a same pair is never found, a different one never taken.
 */
export function summarisePairs(pairs: readonly ComparedPair[]): PairSummary {
  const scored = (same: boolean) =>
    pairs.filter((pair) => pair.same === same).map(({ similarity }) => similarity ?? -1e9);
  const classes = { positives: scored(true), negatives: scored(false) };
  const points = traceRoc(classes);
  const failed = pairs.filter(({ similarity }) => similarity === null).length;
  const right = pairs.filter(
    ({ similarity, same, isMatch }) => similarity !== null && isMatch === same,
  );
  return {
    same: classes.positives.length,
    different: classes.negatives.length,
    failed,
    accuracy: right.length / Math.max(pairs.length, 1),
    missed: pairs.filter(({ same, isMatch }) => same && !isMatch).length,
    matched: pairs.filter(({ same, isMatch }) => !same && isMatch).length,
    areaUnderCurve: areaUnderRoc(classes),
    equalErrorRate: findEqualError(classes).rate,
    found: FALSE_ACCEPT_RATES.map((rate) => {
      const { truePositiveRate, threshold } = findPointAt(points, rate);
      const count = Math.round(truePositiveRate * classes.positives.length);
      const interval = intervalOf(count, classes.positives.length);
      return { falseAcceptRate: rate, trueAcceptRate: truePositiveRate, interval, threshold };
    }),
    points,
  };
}
