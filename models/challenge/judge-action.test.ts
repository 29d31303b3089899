import { describe, expect, it } from 'vitest';
import type { ChallengeAction } from '../../contract/challenge.js';
import type { SheetPose } from './generator/sheet-pose.js';
import { HEAD_SHAPE } from './head-shape.js';
import { judgeAction } from './judge-action.js';
import { compareFace, type ObservedFace } from './observed-face.js';
import { OPEN, seeMeanHead, type Bend } from './testing/see-mean-head.js';
import { CHALLENGE_THRESHOLDS } from './thresholds.js';

const CLOSED = { left: 0.05, right: 0.05 };

const RISE = [0, 0, 0.3, 0.6, 0.9, 1, 1, 0.7, 0.4, 0.1];

const move = (pose: (share: number) => Partial<SheetPose>, paper: Bend | null = null) =>
  RISE.map((share) => seeMeanHead(pose(share), paper));

const FLAT: Bend = () => 0;
const BENT: Bend = (x) => -0.12 * x * x;

function judge(action: ChallengeAction, faces: readonly ObservedFace[]) {
  const still = seeMeanHead({}, null);
  const moved = faces.map((face) => compareFace(still, face));
  return judgeAction(action, still, moved, CHALLENGE_THRESHOLDS);
}

function isAnswered(action: ChallengeAction, faces: readonly ObservedFace[]): boolean {
  const criteria = judge(action, faces);
  return criteria.every(({ isMet }) => isMet);
}

const unmet = (action: ChallengeAction, faces: readonly ObservedFace[]) =>
  judge(action, faces)
    .filter(({ isMet }) => !isMet)
    .map(({ name }) => name);

describe('judgeAction', () => {
  it('takes a turn of the head to the side that was asked for and to no other', () => {
    const left = move((share) => ({ yaw: 30 * share }));
    expect(isAnswered('TURN_LEFT', left)).toBe(true);
    expect(unmet('TURN_RIGHT', left)).toContain('movement');
    expect(unmet('NOD', left)).toContain('movement');
  });

  it('does not take another photograph of a turned head for a turn', () => {
    const turned = Array.from({ length: 8 }, () => seeMeanHead({ yaw: 30 }, null));
    expect(unmet('TURN_LEFT', turned)).toContain('steps');
  });

  it('takes a turn to the other side', () => {
    expect(
      isAnswered(
        'TURN_RIGHT',
        move((share) => ({ yaw: -30 * share })),
      ),
    ).toBe(true);
  });

  it('takes a chin that is lowered and not one that is lifted', () => {
    expect(
      isAnswered(
        'NOD',
        move((share) => ({ pitch: -20 * share })),
      ),
    ).toBe(true);
    expect(
      unmet(
        'NOD',
        move((share) => ({ pitch: 20 * share })),
      ),
    ).toContain('movement');
  });

  it.each([20, 30, 45, 60])('does not take a print turned by %i degrees for a head', (yaw) => {
    for (const paper of [FLAT, BENT]) {
      expect(
        unmet(
          'TURN_LEFT',
          move((share) => ({ yaw: yaw * share }), paper),
        ),
      ).toContain('movement');
      expect(
        unmet(
          'NOD',
          move((share) => ({ pitch: -yaw * share }), paper),
        ),
      ).toContain('movement');
    }
  });

  it('does not take relief that landmarks make up on a print which is tilted far more', () => {
    const tilted = RISE.map((share) => {
      const face = seeMeanHead({ yaw: 45 * share }, FLAT);
      const points = face.points.map(({ x, y }, index) => {
        return { x: x + 0.4 * share * HEAD_SHAPE[index]!.z, y };
      });
      return { ...face, points };
    });
    expect(unmet('TURN_LEFT', tilted)).toEqual(['depth']);
  });

  it('does not take a print that is moved, tilted and brought nearer', () => {
    const waved = move(
      (share) => ({ across: share, roll: 25 * share, distance: 1 - share / 3 }),
      FLAT,
    );
    for (const action of ['TURN_LEFT', 'TURN_RIGHT', 'NOD', 'BLINK', 'COME_CLOSER'] as const) {
      expect(isAnswered(action, waved)).toBe(false);
    }
  });

  it('does not take two pictures, one before and one after the turn', () => {
    const swapped = [0, 0, 0, 0, 30, 30, 30, 30].map((yaw) => seeMeanHead({ yaw }, null));
    expect(unmet('TURN_LEFT', swapped)).toEqual(['steps']);
  });

  it('does not take two pictures where the first one is shown again', () => {
    const swapped = [0, 0, 0, 30, 30, 30, 0, 0].map((yaw) => seeMeanHead({ yaw }, null));
    expect(unmet('TURN_LEFT', swapped)).toEqual(['steps']);
  });

  it.each([
    { way: 'back', yaws: [0, 0, 10, 22, 30, 30, 0, 0] },
    { way: 'there', yaws: [0, 0, 30, 30, 22, 10, 0, 0] },
  ])('takes a head that is on its way $way faster than frames are taken', ({ yaws }) => {
    expect(
      isAnswered(
        'TURN_LEFT',
        yaws.map((yaw) => seeMeanHead({ yaw }, null)),
      ),
    ).toBe(true);
  });

  it('does not take a way back that has only begun for one that was seen', () => {
    const begun = [0, 0, 0, 30, 30, 30, 26, 22].map((yaw) => seeMeanHead({ yaw }, null));
    expect(unmet('TURN_LEFT', begun)).toEqual(['steps']);
  });

  it('takes a head that comes closer and not a picture that does', () => {
    const nearer = (share: number) => ({ distance: 1 - share * 0.4 });
    expect(isAnswered('COME_CLOSER', move(nearer))).toBe(true);
    expect(unmet('COME_CLOSER', move(nearer, FLAT))).toEqual(['perspective']);
    expect(
      unmet(
        'COME_CLOSER',
        move((share) => ({ distance: 1 - share * 0.1 })),
      ),
    ).toContain('movement');
  });

  it('takes eyes that close and open again', () => {
    const blink = [OPEN, OPEN, CLOSED, CLOSED, OPEN].map((eyes) => seeMeanHead({}, null, eyes));
    expect(isAnswered('BLINK', blink)).toBe(true);
  });

  it('does not take eyes that stay open, stay closed, or close while the head swings', () => {
    const still = [OPEN, OPEN, OPEN].map((eyes) => seeMeanHead({}, null, eyes));
    expect(unmet('BLINK', still)).toContain('closed');
    const asleep = [OPEN, CLOSED, CLOSED].map((eyes) => seeMeanHead({}, null, eyes));
    expect(unmet('BLINK', asleep)).toEqual(['open-again']);
    const swung = [
      seeMeanHead({}, null),
      seeMeanHead({ yaw: 25 }, null, CLOSED),
      seeMeanHead({}, null),
    ];
    expect(unmet('BLINK', swung)).toContain('stillness');
  });

  it('does not take an eye that the network calls closed while its lids stand open', () => {
    const painted = [
      seeMeanHead({}, null),
      { ...seeMeanHead({}, null), eyes: CLOSED },
      seeMeanHead({}, null),
    ];
    expect(unmet('BLINK', painted)).toEqual(['movement']);
  });
});
