import type { ChallengeAction } from '../../../contract/challenge.js';
import {
  planWaving,
  recordMoments,
  type Recording,
  type Scene,
} from '../../challenge/generator/draw-sequence.js';
import { drawWall, makePrint } from '../../challenge/generator/make-sheets.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { filmScreen, swapPrints } from './film-again.js';
import { perform, sceneOf } from './perform.js';

/**
 * - `live`: a head that answers.
 * - `print`, `bent-print`, `cut-out`, `bent-cut-out`: paper moved as was asked.
 * - `waved-print`: paper moved every way at once.
 * - `screen-picture`: a screen that stands, on which a flat picture moves as was asked.
 * - `other-action`: a head that does something else, as an old recording does.
 * - `two-pictures`, `two-people`: one print after another, of the same person or of two.
 * - `right-recording`: a screen that plays a head which answers; nothing in its movement is wrong.
 */
export const SCENARIOS = [
  'live',
  'print',
  'bent-print',
  'cut-out',
  'bent-cut-out',
  'waved-print',
  'screen-picture',
  'other-action',
  'two-pictures',
  'two-people',
  'right-recording',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Draw {
  readonly scenario: Scenario;
  readonly action: ChallengeAction;
  readonly face: LocatedFace;
  /** Somebody else, in a picture of about the same size. */
  readonly other: LocatedFace;
  readonly seed: number;
}

/** Another action for a replayed recording of one. */
const OTHER_ACTION = {
  TURN_LEFT: 'TURN_RIGHT',
  TURN_RIGHT: 'NOD',
  NOD: 'TURN_LEFT',
  BLINK: 'NOD',
  COME_CLOSER: 'TURN_LEFT',
} as const;

const BEND = 0.25;

/** The burst that a camera takes of a head that answers, or of what is held before it. */
export async function drawScenario(draw: Draw): Promise<Recording> {
  const { scenario, action, face, other, seed } = draw;
  const head = { action, isHead: true, seed, name: scenario };
  switch (scenario) {
    case 'live':
      return await perform(head, sceneOf(face, seed));
    case 'right-recording':
      return await filmScreen(face, await perform(head, sceneOf(face, seed)), seed);
    case 'other-action':
      return await perform({ ...head, action: OTHER_ACTION[action] }, sceneOf(face, seed));
    case 'two-pictures':
      return await swapPrints({ action, face, second: face, seed });
    case 'two-people':
      return await swapPrints({ action, face, second: other, seed });
    case 'waved-print': {
      const waving = planWaving(createRandom(seed, `waving/${action}`));
      return await recordMoments(paperOf(draw), waving, seed);
    }
    case 'screen-picture':
      return await filmScreen(face, await movePaper(draw), seed);
    case 'print':
    case 'bent-print':
    case 'cut-out':
    case 'bent-cut-out':
      return await movePaper(draw);
  }
}

async function movePaper(draw: Draw): Promise<Recording> {
  const { action, seed, scenario } = draw;
  return await perform({ action, isHead: false, seed, name: scenario }, paperOf(draw));
}

function paperOf({ scenario, face }: Draw): Scene {
  const isCutOut = scenario === 'cut-out' || scenario === 'bent-cut-out';
  const bend = scenario === 'bent-print' || scenario === 'bent-cut-out' ? BEND : 0;
  const background = isCutOut ? face.image : drawWall(face.image);
  return { sheet: makePrint(face, { bend, isCutOut }), face, background };
}
