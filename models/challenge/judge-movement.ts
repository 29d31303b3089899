import { needAtLeast, needAtMost, type ChallengeCriterion } from './challenge-sign.js';
import type { Relief } from './measure-relief.js';
import type { MovedFace, ObservedFace } from './observed-face.js';
import type { ChallengeThresholds } from './thresholds.js';

/** What landmarks give where nothing is tilted: less says nothing. */
const LEAST_TILT = 0.1;

export interface SwingRule {
  readonly measure: 'across' | 'down';
  /** +1 where the asked movement makes the measure grow. */
  readonly direction: 1 | -1;
  readonly least: number;
}

/**
 * A turn or a nod. What counts is relief alone, so that a print that is turned in the hand has hardly
 * moved: neither far enough, nor as far as it is squeezed.
 *
 * @param faces in order of time, those that were seen
 */
export function judgeSwing(
  still: ObservedFace,
  faces: readonly MovedFace[],
  rule: SwingRule,
  limits: ChallengeThresholds,
): readonly ChallengeCriterion[] {
  const reliefs = faces.map(({ relief }) => relief);
  const forward = (relief: Relief) => relief[rule.measure] * rule.direction;
  const course = reliefs.map(forward);
  const reach = meanOfHighest(course);
  const farthest = [...reliefs].sort((a, b) => forward(b) - forward(a)).slice(0, 2);
  const tilt = farthest.reduce((sum, relief) => sum + relief.tilt, 0) / farthest.length;
  const start = rule.measure === 'across' ? still.head.yaw : still.head.pitch;
  return [
    needAtMost('start', Math.abs(start), limits.maxStartDegrees),
    needAtLeast('movement', reach, rule.least),
    needAtLeast('depth', reach / Math.max(tilt, LEAST_TILT), limits.minDepth),
    needAtMost('steps', measureStep(course, Math.max(reach, rule.least), limits), limits.maxStep),
    needAtMost(
      'way-back',
      -Math.min(...course, 0) / Math.max(reach, rule.least),
      limits.maxWayBack,
    ),
    needAtMost(
      'other-movement',
      measureOther(reliefs, rule, limits) / Math.max(reach / rule.least, 1),
      limits.maxOtherMovement,
    ),
  ];
}

/**
 * The share of the movement that was made from one frame to the next, from the still on: another photograph in
 * its place is reached in one step, and left in one. People are seen on their way, if not both there and back: many look
 * back at once. So of the two ways the one that was seen better counts, where the movement was taken back.
 */
function measureStep(
  course: readonly number[],
  reach: number,
  { maxLeft }: ChallengeThresholds,
): number {
  const turn = course.indexOf(Math.max(...course));
  const there = largestStep([0, ...course.slice(0, turn + 1)]);
  const back = course.slice(turn);
  const isTakenBack = Math.min(...back) <= maxLeft * reach;
  return (isTakenBack ? Math.min(there, largestStep(back)) : there) / reach;
}

/**
 * The farthest movement about the other axis, as a share of what would answer there. Whoever turns and nods in
 * one recording would have an answer to either: only the one that goes farther counts.
 */
function measureOther(
  reliefs: readonly Relief[],
  { measure }: SwingRule,
  { minTurn, minNod }: ChallengeThresholds,
): number {
  if (measure === 'across') return meanOfHighest(reliefs.map(({ down }) => down)) / minNod;
  const courses = [1, -1].map((side) => reliefs.map(({ across }) => across * side));
  return Math.max(...courses.map((course) => meanOfHighest(course))) / minTurn;
}

/** Of the two highest: one frame alone may be misread. */
export function meanOfHighest(course: readonly number[]): number {
  const [first = 0, second = 0] = [...course].sort((a, b) => b - a);
  return (first + second) / 2;
}

export function largestStep(course: readonly number[]): number {
  return Math.max(
    0,
    ...course.slice(1).map((value, index) => Math.abs(value - (course[index] ?? value))),
  );
}
