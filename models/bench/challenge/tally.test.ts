import { expect, it } from 'vitest';
import { countAnswer, formatCounts, type Counts } from './tally.js';

it('counts what was accepted of each action, and of all with what that may come from', () => {
  const counts: Counts = new Map();
  for (const isAnswered of [true, false, false, false]) {
    countAnswer(counts, { action: 'NOD', scenario: 'print', isAnswered });
    countAnswer(counts, { action: 'TURN_LEFT', scenario: 'print', isAnswered: false });
  }
  const rows = formatCounts(counts, ['NOD', 'TURN_LEFT']).split('\n');
  expect(rows[0]).toContain('| NOD | TURN_LEFT | all |');
  expect(rows).toContain('| print | 1 of 4 | 0 of 4 | 1 of 8 | 2.2 to 47.1 % |');
});
