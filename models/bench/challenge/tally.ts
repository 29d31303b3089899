import type { ChallengeAction } from '../../../contract/challenge.js';
import { intervalOf } from '../metrics/wilson-interval.js';
import { SCENARIOS, type Scenario } from './scenarios.js';

interface Count {
  readonly answered: number;
  readonly all: number;
}

/** By action and scenario. */
export type Counts = Map<string, Count>;

export interface Judged {
  readonly action: ChallengeAction;
  readonly scenario: Scenario;
  readonly isAnswered: boolean;
}

export function countAnswer(counts: Counts, { action, scenario, isAnswered }: Judged): void {
  const { answered, all } = counts.get(keyOf(action, scenario)) ?? { answered: 0, all: 0 };
  counts.set(keyOf(action, scenario), { answered: answered + Number(isAnswered), all: all + 1 });
}

/** A Markdown table: accepted bursts of each action, and of all of them with the 95 % interval. */
export function formatCounts(counts: Counts, actions: readonly ChallengeAction[]): string {
  const rows = SCENARIOS.map((scenario) => {
    const each = actions.map(
      (action) => counts.get(keyOf(action, scenario)) ?? { answered: 0, all: 0 },
    );
    const answered = each.reduce((sum, count) => sum + count.answered, 0);
    const all = each.reduce((sum, count) => sum + count.all, 0);
    const { low, high } = intervalOf(answered, all);
    const interval = `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)} %`;
    return [scenario, ...each.map(formatCount), formatCount({ answered, all }), interval];
  });
  const titles = ['accepted of', ...actions, 'all', '95 % interval'];
  return [titles, titles.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function formatCount({ answered, all }: Count): string {
  return `${String(answered)} of ${String(all)}`;
}

function keyOf(action: ChallengeAction, scenario: Scenario): string {
  return `${action} ${scenario}`;
}
