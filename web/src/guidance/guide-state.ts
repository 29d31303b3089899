import type { Corners } from './corners.js';
import type { Fault, FrameReading } from './frame-reading.js';

/** What the person is told: a fault, to hold still, or that all is well, or the light at least. */
export type Hint = Fault | 'HOLD_STILL' | 'LIGHT_GOOD' | 'GOOD';

interface Vote {
  readonly hint: Hint;
  readonly atMs: number;
}

/** What readings have said until now. Nothing here touches the page; times are on its clock. */
export interface GuideState {
  readonly startedAtMs: number;
  readonly votes: readonly Vote[];
  /** The words on the screen; `null` until the first are sure. */
  readonly shown: Hint | null;
  readonly shownAtMs: number;
  /** Since when the picture has been good, but for single frames. */
  readonly goodSinceMs: number | null;
  readonly goodCount: number;
  readonly isGood: boolean;
  readonly corners: Corners | null;
  readonly readAtMs: number;
}

/** Readings that have a say in the words, in milliseconds. */
const MEMORY_MS = 600;
/** Before the first words: one frame says little, and a moving card shows in the second alone. */
const LISTEN_MS = 300;
/** Words stay this long at least: they are read out, and nobody follows faster ones. */
const LEAST_SHOWN_MS = 1_500;
/** Times the votes of the words before. */
const CLEARLY = 1.5;
/** The picture has to be good for so long before it is taken. */
const GOOD_FOR_MS = 500;
/** And in as many frames: a slow device must not judge by one. */
const LEAST_GOOD = 4;
/** No picture is taken by itself before that: people see where the camera looks first. */
const ARMED_AFTER_MS = 1_000;
/** A camera that showed nothing in between begins anew. */
const MOST_GAP_MS = 700;
/** Shares of the view that corners of a card may move from one frame to the next. */
const MOST_MOVE = 0.025;

export function startGuide(atMs: number): GuideState {
  return {
    startedAtMs: atMs,
    votes: [],
    shown: null,
    shownAtMs: -Infinity,
    goodSinceMs: null,
    goodCount: 0,
    isGood: false,
    corners: null,
    readAtMs: atMs,
  };
}

export function advanceGuide(state: GuideState, reading: FrameReading, atMs: number): GuideState {
  const hint = reading.fault ?? (isMoving(state, reading) ? 'HOLD_STILL' : praise(reading));
  const votes = [...state.votes.filter((vote) => atMs - vote.atMs < MEMORY_MS), { hint, atMs }];
  return {
    startedAtMs: state.startedAtMs,
    votes,
    ...chooseWords(state, votes, atMs),
    ...countGood(state, hint === 'GOOD', atMs),
    corners: reading.corners,
    readAtMs: atMs,
  };
}

/** Whether the picture may be taken without a press. */
export function isShutterDue(state: GuideState): boolean {
  const { goodSinceMs, readAtMs } = state;
  return (
    state.isGood &&
    goodSinceMs !== null &&
    readAtMs - goodSinceMs >= GOOD_FOR_MS &&
    state.goodCount >= LEAST_GOOD &&
    readAtMs - state.startedAtMs >= ARMED_AFTER_MS
  );
}

function praise({ isLightAlone }: FrameReading): Hint {
  return isLightAlone === true ? 'LIGHT_GOOD' : 'GOOD';
}

function isMoving(state: GuideState, { corners }: FrameReading): boolean {
  if (corners === null || state.corners === null) return false;
  const before = state.corners;
  return corners.some((corner, index) => {
    const was = before[index] ?? corner;
    return Math.hypot(corner.x - was.x, corner.y - was.y) > MOST_MOVE;
  });
}

/** The hint that most of the last moment's frames agree on, once the one before was long enough. */
function chooseWords(state: GuideState, votes: readonly Vote[], atMs: number) {
  const { shown, shownAtMs } = state;
  const winner = findWinner(votes, shown);
  const isEarly = atMs - shownAtMs < LEAST_SHOWN_MS || atMs - state.startedAtMs < LISTEN_MS;
  if (winner === shown || isEarly) return { shown, shownAtMs };
  return { shown: winner, shownAtMs: atMs };
}

/** What is shown already has to be outvoted clearly: two faults at once take no turns. */
function findWinner(votes: readonly Vote[], shown: Hint | null): Hint | null {
  const counts = new Map<Hint, number>();
  for (const { hint } of votes) counts.set(hint, (counts.get(hint) ?? 0) + 1);
  let winner = shown;
  let most = shown === null ? 0 : (counts.get(shown) ?? 0) * CLEARLY;
  for (const [hint, count] of counts) {
    if (count <= most || hint === shown) continue;
    winner = hint;
    most = count;
  }
  return winner;
}

function countGood(state: GuideState, isGood: boolean, atMs: number) {
  const isBroken = atMs - state.readAtMs > MOST_GAP_MS;
  const since = isBroken ? null : state.goodSinceMs;
  if (isGood) {
    const goodCount = since === null ? 1 : state.goodCount + 1;
    return { goodSinceMs: since ?? atMs, goodCount, isGood };
  }
  // One frame of doubt among good ones is forgiven, a second ends their row.
  return { goodSinceMs: state.isGood ? since : null, goodCount: state.goodCount, isGood };
}
