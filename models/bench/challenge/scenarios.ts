import type { ChallengeAction } from '../../../contract/challenge.js';
import {
  planClosure,
  planEffort,
  planMoments,
  recordMoments,
  type Recording,
  type Scene,
} from '../../challenge/generator/draw-sequence.js';
import { drawWall, makeHead, makePrint } from '../../challenge/generator/make-sheets.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { createRandom } from '../../specimen/specimen-random.js';

export const SCENARIOS = [
  'live',
  'print',
  'bent-print',
  'cut-out',
  'bent-cut-out',
  'other-action',
  'swapped',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Draw {
  readonly scenario: Scenario;
  readonly action: ChallengeAction;
  readonly face: LocatedFace;
  /** Another photograph of the same size, for what is swapped. */
  readonly other: LocatedFace;
  readonly seed: number;
}

/** Degrees of turns and nods of a head and of paper, and the least distance of an approach. */
const HEAD_REACH = { TURN: [22, 40], NOD: [14, 24], COME_CLOSER: [0.5, 0.68] } as const;
const PAPER_REACH = { TURN: [20, 45], NOD: [20, 45], COME_CLOSER: [0.45, 0.68] } as const;

/** Another action for a replayed recording of one. */
const OTHER_ACTION = {
  TURN_LEFT: 'TURN_RIGHT',
  TURN_RIGHT: 'NOD',
  NOD: 'TURN_LEFT',
  BLINK: 'NOD',
  COME_CLOSER: 'TURN_LEFT',
} as const;

/** The burst that a camera takes of a head that answers, or of what is held before it. */
export async function drawScenario(draw: Draw): Promise<Recording> {
  const { scenario, face } = draw;
  const live = { sheet: makeHead(face), face, background: face.image };
  if (scenario === 'live') return await perform(draw, draw.action, live);
  if (scenario === 'other-action') return await perform(draw, OTHER_ACTION[draw.action], live);
  if (scenario === 'swapped') return await swap(draw);
  const isCutOut = scenario === 'cut-out' || scenario === 'bent-cut-out';
  const bend = scenario.startsWith('bent') ? 0.25 : 0;
  const background = isCutOut ? face.image : drawWall(face.image);
  return await perform(draw, draw.action, {
    sheet: makePrint(face, { bend, isCutOut }),
    face,
    background,
  });
}

async function perform(
  { scenario, seed }: Draw,
  action: ChallengeAction,
  scene: Scene,
): Promise<Recording> {
  const random = createRandom(seed, `${scenario}/${action}`);
  const isHead = scenario === 'live' || scenario === 'other-action';
  const [low, high] = reachOf(isHead, action);
  const effort = planEffort(random);
  // A print has no lids: whoever paints them shows what a living person shows.
  const closure = isHead ? planClosure(random) : effort.map(() => 0);
  const plan = { action, effort, closure, reach: random.between(low, high) };
  return await recordMoments(scene, planMoments(plan, random), seed);
}

/** A still head, and from the middle on a head that has made the movement already. */
async function swap(draw: Draw): Promise<Recording> {
  const live = (face: LocatedFace) => ({ sheet: makeHead(face), face, background: face.image });
  const before = await perform(draw, 'BLINK', live(draw.face));
  const after = await perform(draw, draw.action, live(draw.other));
  const frames = before.frames.map((frame, index) => {
    const late = after.frames[6];
    return index < 6 || late === undefined ? frame : { ...frame, image: late.image };
  });
  return { still: before.still, frames };
}

function reachOf(isHead: boolean, action: ChallengeAction): readonly [number, number] {
  const reach = isHead ? HEAD_REACH : PAPER_REACH;
  if (action === 'NOD') return reach.NOD;
  if (action === 'COME_CLOSER') return reach.COME_CLOSER;
  return reach.TURN;
}
