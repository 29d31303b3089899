import { percentile } from '../metrics/percentile.js';
import { areaUnderRoc, findEqualError } from '../metrics/roc.js';

export interface ScoredCapture {
  readonly file: string;
  readonly isLive: boolean;
  readonly attack: string;
  /** `null`: no single face, or one too small or too close to be judged, so nobody was let through. */
  readonly score: number | null;
  readonly durationMs: number;
}

/** Error rates as ISO/IEC 30107-3 names them, at the operating point 0.5. */
export interface AttackSummary {
  readonly live: number;
  readonly attacks: number;
  /** Share of attacks of each kind that pass. */
  readonly apcer: Readonly<Record<string, number>>;
  /** Share of all attacks that pass. */
  readonly accepted: number;
  /** Share of living people who are refused. */
  readonly bpcer: number;
  /** Mean of `bpcer` and the worst kind's share. */
  readonly acer: number;
  readonly auc: number;
  readonly equalErrorRate: number;
  readonly medianMs: number;
}

const OPERATING_SCORE = 0.5;

/** @throws RangeError without captures */
export function summariseAttacks(captures: readonly ScoredCapture[]): AttackSummary {
  if (captures.length === 0) throw new RangeError('There is nothing to summarise.');
  const live = captures.filter(({ isLive }) => isLive);
  const attacks = captures.filter(({ isLive }) => !isLive);
  const kinds = [...new Set(attacks.map(({ attack }) => attack))].sort();
  const apcer = Object.fromEntries(
    kinds.map((kind) => [kind, shareOfPassed(attacks.filter(({ attack }) => attack === kind))]),
  );
  const bpcer = 1 - shareOfPassed(live);
  const classes = { positives: live.map(toScore), negatives: attacks.map(toScore) };
  return {
    live: live.length,
    attacks: attacks.length,
    apcer,
    accepted: shareOfPassed(attacks),
    bpcer,
    acer: (bpcer + Math.max(0, ...Object.values(apcer))) / 2,
    auc: areaUnderRoc(classes),
    equalErrorRate: findEqualError(classes).rate,
    medianMs: percentile(
      captures.map(({ durationMs }) => durationMs),
      0.5,
    ),
  };
}

function shareOfPassed(captures: readonly ScoredCapture[]): number {
  return captures.filter((one) => toScore(one) >= OPERATING_SCORE).length / captures.length;
}

/** Who has no score does not pass. */
export function toScore({ score }: ScoredCapture): number {
  return score ?? 0;
}
