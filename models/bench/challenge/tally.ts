import type { SelfieAssessment } from '../../../activities/vision/assess-selfie.js';
import { LIVENESS_THRESHOLDS } from '../../liveness/thresholds.js';
import { intervalOf } from '../metrics/wilson-interval.js';
import { SCENARIOS, type Scenario } from './scenarios.js';

/** Of a capture, each judged by itself and all together. */
export interface Outcome {
  /** The movement was the one asked for. */
  readonly isAnswered: boolean;
  /** Still and frames pass as those of a living face, whatever it does. */
  readonly looksLive: boolean;
  /** The product's verdict passes. */
  readonly isAccepted: boolean;
}

export interface Judged extends Outcome {
  /** What was asked for, see `nameOrder`. */
  readonly order: string;
  readonly scenario: Scenario;
}

/** Reads the three from what the product stores of a capture. */
export function readOutcome({ verdict, score, signs }: SelfieAssessment): Outcome {
  const isAgainst = (name: string) => signs.some((sign) => sign.name === name && sign.isAgainst);
  return {
    isAnswered: !isAgainst('challenge-unanswered'),
    looksLive:
      score !== null && score >= LIVENESS_THRESHOLDS.operatingScore && !isAgainst('spoofed-answer'),
    isAccepted: verdict.verdict === 'PASS',
  };
}

/** A Markdown table: what is accepted of each order, and of all of them by movement, by looks and by both. */
export function formatOutcomes(judged: readonly Judged[], orders: readonly string[]): string {
  const rows = SCENARIOS.flatMap((scenario) => {
    const all = judged.filter((each) => each.scenario === scenario);
    if (all.length === 0) return [];
    const accepted = all.filter(({ isAccepted }) => isAccepted);
    const each = orders.map((order) =>
      formatShare(
        accepted.filter((one) => one.order === order).length,
        all.filter((one) => one.order === order).length,
      ),
    );
    const answered = all.filter(({ isAnswered }) => isAnswered).length;
    const live = all.filter(({ looksLive }) => looksLive).length;
    const { low, high } = intervalOf(accepted.length, all.length);
    return [
      [
        scenario,
        ...each,
        formatShare(answered, all.length),
        formatShare(live, all.length),
        formatShare(accepted.length, all.length),
        `${toPercent(low)} to ${toPercent(high)} %`,
      ],
    ];
  });
  const titles = ['', ...orders, 'answered', 'looks live', 'accepted', '95 % interval'];
  return [titles, titles.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/**
 * What a screen attains that plays a recording which was chosen before the challenge was drawn: the right one
 * as often as one order of all, else another. `null` where they were not judged.
 */
export function expectBlindRecording(judged: readonly Judged[], orders: number): number | null {
  const right = shareAccepted(judged, 'right-recording');
  const other = shareAccepted(judged, 'other-recording');
  if (right === null || other === null) return null;
  return (right + other * (orders - 1)) / orders;
}

function shareAccepted(judged: readonly Judged[], scenario: Scenario): number | null {
  const all = judged.filter((each) => each.scenario === scenario);
  if (all.length === 0) return null;
  return all.filter(({ isAccepted }) => isAccepted).length / all.length;
}

function formatShare(part: number, whole: number): string {
  return `${String(part)} of ${String(whole)}`;
}

function toPercent(share: number): string {
  return (share * 100).toFixed(1);
}
