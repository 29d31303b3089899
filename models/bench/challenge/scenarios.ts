import type { ChallengeAction } from '../../../contract/challenge.js';
import {
  drawMoments,
  planWaving,
  record,
  type Recording,
  type Scene,
} from '../../challenge/generator/draw-sequence.js';
import { drawWall, makePrint } from '../../challenge/generator/make-sheets.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { film } from './film.js';
import { perform, sceneOf } from './perform.js';
import { printPhotograph } from './print-photograph.js';
import { swapPrints } from './swap-prints.js';

/**
 * - `live`: a head that answers.
 * - `print`, `bent-print`, `cut-out`, `bent-cut-out`: paper moved as was asked.
 * - `waved-print`: paper moved every way at once.
 * - `screen-picture`: a screen that stands, on which a flat picture moves as was asked.
 * - `two-pictures`, `two-people`: one print after another, of the same person or of two.
 * - `other-action`: a head that does something else.
 * - `right-recording`: a screen that plays a head which answers; nothing in its movement is wrong.
 * - `other-recording`: a screen that plays a head which does something else.
 */
export const SCENARIOS = [
  'live',
  'print',
  'bent-print',
  'cut-out',
  'bent-cut-out',
  'waved-print',
  'screen-picture',
  'two-pictures',
  'two-people',
  'other-action',
  'right-recording',
  'other-recording',
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

/** What a display plays stands in front of the camera, the rest happens there. */
const ON_DISPLAY: ReadonlySet<Scenario> = new Set([
  'screen-picture',
  'right-recording',
  'other-recording',
]);

/** The burst that the phone camera takes. */
export async function drawScenario(draw: Draw): Promise<Recording> {
  const { scenario, face, seed } = draw;
  const happening = stageScenario(draw);
  if (!ON_DISPLAY.has(scenario)) return await film({ kind: 'live', face, seed }, happening);
  return await film({ kind: 'replay', face, seed }, await record(happening, seed));
}

function stageScenario(draw: Draw): Recording {
  const { scenario, action, face, other, seed } = draw;
  const head = { action, isHead: true, seed, name: scenario };
  switch (scenario) {
    case 'live':
    case 'right-recording':
      return perform(head, sceneOf(face, seed));
    case 'other-action':
    case 'other-recording':
      return perform({ ...head, action: OTHER_ACTION[action] }, sceneOf(face, seed));
    case 'two-pictures':
      return swapPrints({ action, face, second: face, seed });
    case 'two-people':
      return swapPrints({ action, face, second: other, seed });
    case 'waved-print': {
      const waving = planWaving(createRandom(seed, `waving/${action}`));
      return drawMoments(paperOf(draw), waving, seed);
    }
    case 'print':
    case 'bent-print':
    case 'cut-out':
    case 'bent-cut-out':
    case 'screen-picture':
      return perform({ ...head, isHead: false }, paperOf(draw));
  }
}

function paperOf({ scenario, face, seed }: Draw): Scene {
  const isCutOut = scenario === 'cut-out' || scenario === 'bent-cut-out';
  const bend = scenario === 'bent-print' || scenario === 'bent-cut-out' ? BEND : 0;
  const background = isCutOut ? face.image : drawWall(face.image);
  const sheet = makePrint(face, { bend, isCutOut });
  if (scenario === 'screen-picture') return { sheet, face, background };
  return {
    sheet: { ...sheet, texture: printPhotograph(face, face.image, seed) },
    face,
    background,
  };
}
