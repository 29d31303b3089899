import { describe, expect, it } from 'vitest';
import type { AskedMovements, ChallengeAction } from '../../contract/challenge.js';
import type { SheetPose } from './generator/sheet-pose.js';
import { judgeSequence } from './judge-sequence.js';
import { compareFace } from './observed-face.js';
import { seeMeanHead, type Bend } from './testing/see-mean-head.js';
import { CHALLENGE_THRESHOLDS } from './thresholds.js';

type Movement = (share: number) => Partial<SheetPose>;

const left: Movement = (share) => ({ yaw: 30 * share });
const right: Movement = (share) => ({ yaw: -30 * share });
const nod: Movement = (share) => ({ pitch: -20 * share });
const rest: Movement = () => ({});

/** Up, held and back. */
const FULL = [0, 0.3, 0.6, 0.9, 1, 1, 0.7, 0.4, 0.1, 0];
/** One that is held until the next is made. */
const HELD = [0, 0.3, 0.6, 0.9, 1, 1, 1, 1, 1, 1];

const PAPER: Bend = () => 0;

const make = (movement: Movement, shares = FULL, paper: Bend | null = null) =>
  shares.map((share) => seeMeanHead(movement(share), paper));

function unmet(asked: AskedMovements, ...parts: ReturnType<typeof make>[]): string[] {
  const still = seeMeanHead({});
  const faces = parts.flat().map((face) => compareFace(still, face));
  return judgeSequence(asked, still, faces, CHALLENGE_THRESHOLDS)
    .filter(({ isMet }) => !isMet)
    .map(({ name }) => name);
}

const MOVEMENTS = { TURN_LEFT: left, TURN_RIGHT: right, NOD: nod } as const;
const DRAWN = ['TURN_LEFT', 'TURN_RIGHT', 'NOD'] as const;
const ORDERS = DRAWN.flatMap((action) =>
  DRAWN.filter((then) => then !== action).map((then) => ({ action, then })),
);

describe('two movements one after the other', () => {
  it.each(ORDERS)('are an answer to their own order alone: $action, $then', (made) => {
    const answered = ORDERS.filter(
      (asked) =>
        unmet(asked, make(MOVEMENTS[made.action]), make(MOVEMENTS[made.then])).length === 0,
    );
    expect(answered).toEqual([made]);
  });

  it('need both', () => {
    expect(unmet({ action: 'NOD', then: 'TURN_LEFT' }, make(nod), make(rest))).toContain(
      'then-movement',
    );
    expect(unmet({ action: 'NOD', then: 'TURN_LEFT' }, make(rest), make(left))).toContain(
      'movement',
    );
  });

  it('need the face to the front between', () => {
    const between = unmet({ action: 'TURN_LEFT', then: 'NOD' }, make(left, HELD), [
      ...FULL.map((share) => seeMeanHead({ yaw: 30, pitch: -20 * share })),
    ]);
    expect(between).toContain('return');
  });

  it('may come early or late, since people are quick or slow', () => {
    const still = make(rest, [0, 0, 0]);
    for (const parts of [
      [make(nod), still, make(left)],
      [still, make(nod), make(left)],
      [make(nod, [0.2, 0.6, 1, 1, 0.6, 0.2]), make(left), still],
    ]) {
      expect(unmet({ action: 'NOD', then: 'TURN_LEFT' }, ...parts)).toEqual([]);
    }
  });

  it('of paper are none', () => {
    const asked = { action: 'TURN_LEFT', then: 'NOD' } as const;
    const made = unmet(asked, make(left, FULL, PAPER), make(nod, FULL, PAPER));
    expect(made).toContain('movement');
    expect(made).toContain('then-movement');
  });
});

describe('every movement that might be asked for, in one recording', () => {
  const all = [make(left), make(right), make(nod)];

  it('answers no single one', () => {
    const answered = DRAWN.filter(
      (action: ChallengeAction) => unmet({ action }, ...all).length === 0,
    );
    expect(answered).toEqual([]);
  });

  it('answers one order at most', () => {
    const answered = ORDERS.filter((asked) => unmet(asked, ...all).length === 0);
    expect(answered.length).toBeLessThanOrEqual(1);
  });

  it('and one made askew counts for the axis on which it goes farther', () => {
    const askew = make((share) => ({ yaw: 30 * share, pitch: -12 * share }));
    const answered = DRAWN.filter(
      (action: ChallengeAction) => unmet({ action }, askew).length === 0,
    );
    expect(answered).toEqual(['TURN_LEFT']);
  });
});
