import { countAnswerFrames, type ChallengeAction } from '../../../contract/challenge.js';
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
import { listOtherOrders, listUnasked } from './orders.js';
import { perform, sceneOf } from './perform.js';
import { printPhotograph } from './print-photograph.js';
import { swapPrints } from './swap-prints.js';

/**
 * - `live`: a head that answers.
 * - `print`, `bent-print`, `cut-out`, `bent-cut-out`: paper moved as was asked.
 * - `fine-print`: the same, bent, with the photograph's own pixels on it.
 * - `waved-print`: paper moved every way at once.
 * - `screen-picture`: a screen that stands, on which a flat picture moves as was asked.
 * - `two-pictures`, `two-people`: one print after another, of the same person or of two.
 * - `other-action`: a head that does something else.
 * - `right-recording`: a screen that plays a head which answers; nothing in its movement is wrong.
 * - `other-recording`: a screen that plays a head which does something else, any of it as often.
 * - `swapped-recording`: the movements in the other order. - `half-recording`: one of them, then rest.
 * - `full-recording`: a head that makes every movement that might be asked for, the asked ones first.
 */
export const SCENARIOS = [
  'live',
  'print',
  'bent-print',
  'fine-print',
  'cut-out',
  'bent-cut-out',
  'waved-print',
  'screen-picture',
  'two-pictures',
  'two-people',
  'other-action',
  'right-recording',
  'other-recording',
  'swapped-recording',
  'half-recording',
  'full-recording',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Draw {
  readonly scenario: Scenario;
  /** What is asked for, in its order. */
  readonly movements: readonly ChallengeAction[];
  readonly face: LocatedFace;
  /** Somebody else, in a picture of about the same size. */
  readonly other: LocatedFace;
  readonly seed: number;
}

const BEND = 0.25;

/** What a display plays stands in front of the camera, the rest happens there. */
const ON_DISPLAY: ReadonlySet<Scenario> = new Set([
  'screen-picture',
  'right-recording',
  'other-recording',
  'swapped-recording',
  'half-recording',
  'full-recording',
]);

/** Those that are something else than the right recording only where two movements are asked for. */
const OF_TWO: ReadonlySet<Scenario> = new Set(['swapped-recording', 'half-recording']);

export function isDrawnFor(scenario: Scenario, movements: readonly ChallengeAction[]): boolean {
  return movements.length > 1 || !OF_TWO.has(scenario);
}

/** The burst that the phone camera takes. */
export async function drawScenario(draw: Draw): Promise<Recording> {
  const { scenario, face, seed } = draw;
  const happening = stageScenario(draw);
  if (!ON_DISPLAY.has(scenario)) return await film({ kind: 'live', face, seed }, happening);
  return await film({ kind: 'replay', face, seed }, await record(happening, seed));
}

function stageScenario(draw: Draw): Recording {
  const { scenario, movements, face, other, seed } = draw;
  const head = { movements, isHead: true, seed, name: scenario };
  switch (scenario) {
    case 'live':
    case 'right-recording':
      return perform(head, sceneOf(face, seed));
    case 'other-action':
    case 'other-recording': {
      const others = listOtherOrders(movements);
      const done = createRandom(seed, `${scenario}/order`).pick(others);
      return perform({ ...head, movements: done }, sceneOf(face, seed));
    }
    case 'swapped-recording':
      return perform({ ...head, movements: [...movements].reverse() }, sceneOf(face, seed));
    case 'half-recording': {
      const resting = createRandom(seed, scenario).integer(0, movements.length - 1);
      const half = movements.map((action, at) => (at === resting ? null : action));
      return perform({ ...head, movements: half }, sceneOf(face, seed));
    }
    case 'full-recording':
      return hurry(
        perform(
          { ...head, movements: [...movements, ...listUnasked(movements)] },
          sceneOf(face, seed),
        ),
        countAnswerFrames(movements.length),
      );
    case 'two-pictures':
      return swapPrints({ movements, face, second: face, seed });
    case 'two-people':
      return swapPrints({ movements, face, second: other, seed });
    case 'waved-print': {
      const random = createRandom(seed, `waving/${movements.join('/')}`);
      const waving = planWaving(random, countAnswerFrames(movements.length));
      return drawMoments(paperOf(draw), waving, seed);
    }
    case 'print':
    case 'bent-print':
    case 'fine-print':
    case 'cut-out':
    case 'bent-cut-out':
    case 'screen-picture':
      return perform({ ...head, isHead: false }, paperOf(draw));
  }
}

/** Played faster, so that all of it is seen in as many frames as are taken. */
function hurry({ still, frames }: Recording, count: number): Recording {
  const shown = Array.from({ length: count }, (_, index) => {
    const at = Math.round((index * (frames.length - 1)) / (count - 1));
    return { image: frames[at]?.image ?? still, atMs: frames[index]?.atMs ?? 0 };
  });
  return { still, frames: shown };
}

function paperOf({ scenario, face, seed }: Draw): Scene {
  const isCutOut = scenario === 'cut-out' || scenario === 'bent-cut-out';
  const isBent = ['bent-print', 'bent-cut-out', 'fine-print'].includes(scenario);
  const background = isCutOut ? face.image : drawWall(face.image);
  const sheet = makePrint(face, { bend: isBent ? BEND : 0, isCutOut });
  if (scenario === 'screen-picture' || scenario === 'fine-print')
    return { sheet, face, background };
  return {
    sheet: { ...sheet, texture: printPhotograph(face, face.image, seed) },
    face,
    background,
  };
}
