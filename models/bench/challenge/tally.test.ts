import { describe, expect, it } from 'vitest';
import { expectBlindRecording, formatOutcomes, readOutcome, type Judged } from './tally.js';

const refused = { isAnswered: false, looksLive: true, isAccepted: false };
const accepted = { isAnswered: true, looksLive: true, isAccepted: true };

it('counts what was accepted of each order, and of all by movement, looks and both', () => {
  const judged: Judged[] = [0, 1, 2, 3].flatMap((index) => [
    { order: 'NOD', scenario: 'print', ...(index === 0 ? accepted : refused) },
    { order: 'TURN_LEFT', scenario: 'print', ...refused, isAnswered: true, looksLive: false },
  ]);
  const rows = formatOutcomes(judged, ['NOD', 'TURN_LEFT']).split('\n');
  expect(rows[0]).toContain('| NOD | TURN_LEFT | answered | looks live | accepted |');
  expect(rows).toContain('| print | 1 of 4 | 0 of 4 | 5 of 8 | 4 of 8 | 1 of 8 | 2.2 to 47.1 % |');
  expect(rows).toHaveLength(3);
});

describe('a recording that was chosen before the challenge', () => {
  const judge = (scenario: Judged['scenario'], outcome: typeof refused): Judged => ({
    order: 'NOD',
    scenario,
    ...outcome,
  });

  it('is the right one as often as one order of all', () => {
    const judged = [judge('right-recording', accepted), judge('other-recording', refused)];
    expect(expectBlindRecording(judged, 3)).toBeCloseTo(1 / 3);
    expect(expectBlindRecording(judged, 6)).toBeCloseTo(1 / 6);
  });

  it('is not guessed at where it was not judged', () => {
    expect(expectBlindRecording([judge('right-recording', accepted)], 3)).toBeNull();
  });
});

it('reads from the signs what each part of the product found', () => {
  const sign = (name: string) => ({ name, score: null, threshold: null, isAgainst: true });
  const verdict = { verdict: 'RETRY', reasonCode: 'CHALLENGE_FAILED' } as const;
  expect(readOutcome({ verdict, score: 0.9, signs: [sign('challenge-unanswered')] })).toEqual({
    isAnswered: false,
    looksLive: true,
    isAccepted: false,
  });
  expect(readOutcome({ verdict, score: 0.9, signs: [sign('spoofed-answer')] })).toEqual({
    isAnswered: true,
    looksLive: false,
    isAccepted: false,
  });
});
