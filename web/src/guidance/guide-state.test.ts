import { describe, expect, it } from 'vitest';
import type { Corners } from './corners.js';
import type { Fault } from './frame-reading.js';
import { advanceGuide, isShutterDue, startGuide, type GuideState } from './guide-state.js';

const CARD: Corners = [
  { x: 0.1, y: 0.1 },
  { x: 0.9, y: 0.1 },
  { x: 0.9, y: 0.9 },
  { x: 0.1, y: 0.9 },
];

function moved(by: number): Corners {
  const shift = ({ x, y }: Corners[number]) => ({ x: x + by, y });
  return [shift(CARD[0]), shift(CARD[1]), shift(CARD[2]), shift(CARD[3])];
}

const FRAME_MS = 50;

/** Plays readings at 20 a second; `null` is a frame with nothing wrong. */
function play(faults: readonly (Fault | null)[], from = startGuide(0)) {
  const states: GuideState[] = [];
  let state = from;
  for (const fault of faults) {
    state = advanceGuide(state, { fault, corners: CARD }, state.readAtMs + FRAME_MS);
    states.push(state);
  }
  return { states, last: state };
}

function times<T>(count: number, value: T): T[] {
  return Array<T>(count).fill(value);
}

describe('the words', () => {
  it('are those of the first few frames', () => {
    expect(play(['CARD_FAR']).last.shown).toBeNull();
    expect(play(times(6, 'CARD_FAR' as const)).last.shown).toBe('CARD_FAR');
  });

  it('stay for a second and a half at least', () => {
    const { states } = play([...times(6, 'CARD_FAR' as const), ...times(60, 'TOO_DARK' as const)]);
    const since = (hint: Fault) => states.find(({ shown }) => shown === hint)!.readAtMs;
    expect(since('TOO_DARK') - since('CARD_FAR')).toBe(1_500);
  });

  it('do not follow a single frame', () => {
    const { states } = play([
      ...times(40, 'CARD_FAR' as const),
      'GLARE',
      ...times(5, 'CARD_FAR' as const),
    ]);
    expect(new Set(states.map(({ shown }) => shown))).toEqual(new Set([null, 'CARD_FAR']));
  });

  it('do not change between two that take turns', () => {
    const { states } = play(
      Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'GLARE' : 'BLURRED')),
    );
    const changes = states.filter(({ shown }, at) => at > 0 && shown !== states[at - 1]!.shown);
    expect(changes.length).toBe(1);
  });

  it('ask to hold still while the card moves', () => {
    let state = startGuide(0);
    for (let frame = 1; frame < 20; frame += 1) {
      const corners = moved(frame * 0.03);
      state = advanceGuide(state, { fault: null, corners }, frame * FRAME_MS);
    }
    expect(state.shown).toBe('HOLD_STILL');
    expect(state.isGood).toBe(false);
  });
});

describe('the shutter', () => {
  const AIMING = times(30, 'NO_CARD' as const);

  it('is due when the card has been good for half a second', () => {
    const { states } = play([...AIMING, ...times(20, null)]);
    const due = states.findIndex(isShutterDue);
    expect(states[due]!.readAtMs - states[AIMING.length]!.readAtMs).toBe(500);
  });

  it('waits for the second that a person needs to aim', () => {
    const { states } = play(times(40, null));
    expect(states.find(isShutterDue)?.readAtMs).toBe(1_000);
  });

  it('forgives one frame and not two', () => {
    const row = (doubts: number) => [
      ...AIMING,
      ...times(8, null),
      ...times(doubts, 'BLURRED' as const),
      ...times(3, null),
    ];
    expect(play(row(1)).states.some(isShutterDue)).toBe(true);
    expect(play(row(2)).states.some(isShutterDue)).toBe(false);
  });

  it('is never due on a frame that is not good itself', () => {
    const { last } = play([...AIMING, ...times(10, null), 'GLARE']);
    expect(isShutterDue(last)).toBe(false);
  });

  it('begins anew after a camera that showed nothing for a while', () => {
    const { last } = play([...AIMING, ...times(5, null)]);
    const later = advanceGuide(last, { fault: null, corners: CARD }, last.readAtMs + 2_000);
    expect(isShutterDue(later)).toBe(false);
    expect(later.goodCount).toBe(1);
  });

  it('asks four frames of a slow device', () => {
    let state = play(AIMING).last;
    const verdicts: boolean[] = [];
    for (let frame = 0; frame < 5; frame += 1) {
      state = advanceGuide(state, { fault: null, corners: CARD }, state.readAtMs + 400);
      verdicts.push(isShutterDue(state));
    }
    expect(verdicts).toEqual([false, false, false, true, true]);
  });

  it('praises the light alone while nobody knows whether there is a face', () => {
    const atMs = play(AIMING).last.readAtMs + 5_000;
    const reading = { fault: null, isLightAlone: true, corners: null } as const;
    const state = advanceGuide(advanceGuide(play(AIMING).last, reading, atMs), reading, atMs + 100);
    expect(state.shown).toBe('LIGHT_GOOD');
    expect(state.isGood).toBe(false);
  });
});
