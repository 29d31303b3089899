import type { ChallengeAction } from '../../../contract/challenge.js';
import {
  drawMoments,
  planClosure,
  planEffort,
  planMoments,
  type Movement,
  type Recording,
  type Scene,
} from '../../challenge/generator/draw-sequence.js';
import { makeHead } from '../../challenge/generator/make-sheets.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { createRandom } from '../../specimen/specimen-random.js';

/** Degrees of turns and nods of a head and of paper, and the least distance of an approach. */
const HEAD_REACH = { TURN: [22, 40], NOD: [14, 24], COME_CLOSER: [0.5, 0.68] } as const;
const PAPER_REACH = { TURN: [20, 45], NOD: [20, 45], COME_CLOSER: [0.45, 0.68] } as const;
/** Heads are flatter and deeper than the mean that relief is measured with. */
const DEPTHS = [0.85, 1.15] as const;

export interface Performance {
  /** One after the other, each when it would be asked for; one that rests is `null`. */
  readonly movements: readonly (ChallengeAction | null)[];
  readonly isHead: boolean;
  readonly seed: number;
  /** What tells its movements from others of the same seed. */
  readonly name: string;
}

/** The person of a photograph before the rest of it. */
export function sceneOf(face: LocatedFace, seed: number): Scene {
  const depth = createRandom(seed, 'depth').between(...DEPTHS);
  return { sheet: makeHead(face, depth), face, background: face.image };
}

/** A head or paper that makes movements. */
export function perform({ movements, isHead, seed, name }: Performance, scene: Scene): Recording {
  const random = createRandom(seed, `${name}/${movements.join('/')}`);
  const planned = movements.map((action, at): Movement => {
    const turn = { at, of: movements.length };
    const effort = planEffort(random, turn);
    // A print has no lids: whoever paints them shows what a living person shows.
    const closure = isHead ? planClosure(random, turn) : effort.map(() => 0);
    if (action === null) return { action: 'NOD', effort, closure, reach: 0 };
    const [low, high] = reachOf(isHead, action);
    return { action, effort, closure, reach: random.between(low, high) };
  });
  return drawMoments(scene, planMoments(planned, random), seed);
}

function reachOf(isHead: boolean, action: ChallengeAction): readonly [number, number] {
  const reach = isHead ? HEAD_REACH : PAPER_REACH;
  if (action === 'NOD') return reach.NOD;
  if (action === 'COME_CLOSER') return reach.COME_CLOSER;
  return reach.TURN;
}
