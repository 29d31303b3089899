import { INPUT_SIDE, PLACE_VALUES } from './face-layers.js';
import type { GridAnswer } from './face-network.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A face in the square that was looked at, in shares of its side. */
export interface FaceAnswer {
  /** Logits. */
  readonly score: number;
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  /** Eyes, tip of the nose, mouth and the ears' front ends, the picture's left before its right. */
  readonly points: readonly Point[];
}

/** A share of their common area from which two answers are of one face. */
const SAME_FACE = 0.3;

/** The faces that are surer than a limit, the surest first, each once: the mean of those that agree. */
export function readAnswers(grids: readonly GridAnswer[], leastScore: number): FaceAnswer[] {
  const sure = grids.flatMap((grid) => listSure(grid, leastScore));
  sure.sort((a, b) => b.score - a.score);
  const faces: FaceAnswer[] = [];
  while (sure.length > 0) {
    const best = sure[0];
    if (best === undefined) break;
    const agreeing = sure.filter((other) => shareCommon(best, other) > SAME_FACE);
    for (const one of agreeing) sure.splice(sure.indexOf(one), 1);
    faces.push(meanOf(agreeing, best));
  }
  return faces;
}

function listSure({ side, anchors, scores, places }: GridAnswer, least: number): FaceAnswer[] {
  const sure: FaceAnswer[] = [];
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    if (score < least) continue;
    const cell = Math.floor(index / anchors);
    const [left, top] = [((cell % side) + 0.5) / side, (Math.floor(cell / side) + 0.5) / side];
    const values = places.subarray(index * PLACE_VALUES, (index + 1) * PLACE_VALUES);
    const pointAt = (at: number): Point => ({
      x: left + (values[at] ?? 0) / INPUT_SIDE,
      y: top + (values[at + 1] ?? 0) / INPUT_SIDE,
    });
    sure.push({
      score,
      centre: pointAt(0),
      width: (values[2] ?? 0) / INPUT_SIDE,
      height: (values[3] ?? 0) / INPUT_SIDE,
      points: [4, 6, 8, 10, 12, 14].map(pointAt),
    });
  }
  return sure;
}

/** Intersection over union. */
function shareCommon(a: FaceAnswer, b: FaceAnswer): number {
  const overlap = (x: number, y: number, wide: number, wide2: number) =>
    Math.min(x + wide / 2, y + wide2 / 2) - Math.max(x - wide / 2, y - wide2 / 2);
  const across = overlap(a.centre.x, b.centre.x, a.width, b.width);
  const down = overlap(a.centre.y, b.centre.y, a.height, b.height);
  if (across <= 0 || down <= 0) return 0;
  const common = across * down;
  return common / (a.width * a.height + b.width * b.height - common);
}

/** Weighed by how sure they are. */
function meanOf(faces: readonly FaceAnswer[], best: FaceAnswer): FaceAnswer {
  const weights = faces.map(({ score }) => 1 / (1 + Math.exp(-score)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (face: FaceAnswer) => number) =>
    faces.reduce((sum, face, index) => sum + of(face) * (weights[index] ?? 0), 0) / whole;
  return {
    score: best.score,
    centre: { x: mean(({ centre }) => centre.x), y: mean(({ centre }) => centre.y) },
    width: mean(({ width }) => width),
    height: mean(({ height }) => height),
    points: best.points.map((_, at) => ({
      x: mean(({ points }) => points[at]?.x ?? 0),
      y: mean(({ points }) => points[at]?.y ?? 0),
    })),
  };
}
