import type { Point } from '../../face/face-landmarks.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import { noiseAt } from './value-noise.js';

/** Where a mask's material ends. Lengths are distances between the eyes, see `FaceFrame`. */
export interface MaskCut {
  /** How far a place of the picture lies inside the material; below 0 outside it or in a hole. */
  readonly insideAt: (x: number, y: number) => number;
}

export interface CutPlan {
  /** 1 cuts along the jaw. */
  readonly spare: number;
  /** How far above the eyes it ends. */
  readonly forehead: number;
  /** How uneven scissors are, as a share of the radius. */
  readonly unevenness: number;
  readonly hasEyes: boolean;
  readonly hasMouth: boolean;
}

const CENTRE = { x: 0, y: 0.5 };
const STEPS = 120;
const JAW_POINTS = 17;
/** The six points of each eye, and the mouth's outer corners and lips. */
const EYES = [
  [36, 37, 38, 39, 40, 41],
  [42, 43, 44, 45, 46, 47],
];
const MOUTH = [48, 51, 54, 57];

interface Hole extends Point {
  readonly width: number;
  readonly height: number;
}

/** @param landmarks of the face on the mask, in its own frame */
export function cutMask(
  landmarks: readonly Point[],
  plan: CutPlan,
  random: SpecimenRandom,
): MaskCut {
  const outline = drawOutline(landmarks, plan, random);
  const holes = cutHoles(landmarks, plan, random);
  return {
    insideAt: (x, y) => {
      const [dx, dy] = [x - CENTRE.x, y - CENTRE.y];
      const turn = (Math.atan2(dy, dx) / (2 * Math.PI) + 1) * STEPS;
      const [low, share] = [Math.floor(turn), turn - Math.floor(turn)];
      const edge =
        (outline[low % STEPS] ?? 0) * (1 - share) + (outline[(low + 1) % STEPS] ?? 0) * share;
      let inside = edge - Math.hypot(dx, dy);
      for (const hole of holes) inside = Math.min(inside, outsideOf(hole, x, y));
      return inside;
    },
  };
}

/** Radius for every direction: along the jaw below, half an ellipse over the forehead. */
function drawOutline(
  landmarks: readonly Point[],
  { spare, forehead, unevenness }: CutPlan,
  random: SpecimenRandom,
): Float32Array {
  const jaw = landmarks.slice(0, JAW_POINTS);
  const [left = CENTRE, right = CENTRE] = [jaw[0], jaw[JAW_POINTS - 1]];
  const crown = Array.from({ length: 16 }, (_, index) => {
    const angle = (Math.PI * (index + 1)) / 17;
    const across = (1 + Math.cos(angle)) / 2;
    const temple = left.y + (right.y - left.y) * across;
    return {
      x: left.x + (right.x - left.x) * across,
      y: temple - (forehead + temple) * Math.sin(angle),
    };
  });
  const points = [...jaw, ...crown]
    .map(({ x, y }) => ({
      angle: Math.atan2(y - CENTRE.y, x - CENTRE.x),
      radius: Math.hypot(x - CENTRE.x, y - CENTRE.y),
    }))
    .sort((a, b) => a.angle - b.angle);
  const seed = random.integer(1, 1_000_000);
  return Float32Array.from({ length: STEPS }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI;
    const snip = noiseAt(4 * Math.cos(angle), 4 * Math.sin(angle), seed);
    const radius = radiusAt(points, angle > Math.PI ? angle - 2 * Math.PI : angle);
    return radius * spare * (1 + unevenness * snip);
  });
}

/** Between the two nearest directions; they come in ascending order. */
function radiusAt(
  points: readonly { readonly angle: number; readonly radius: number }[],
  angle: number,
): number {
  const after = points.findIndex((point) => point.angle >= angle);
  const next = points[Math.max(after, 0)];
  const last = points[(after > 0 ? after : points.length) - 1];
  if (next === undefined || last === undefined) return 0;
  const around = (turn: number) => (turn + 4 * Math.PI) % (2 * Math.PI);
  const span = around(next.angle - last.angle);
  const share = span < 1e-6 ? 0 : around(angle - last.angle) / span;
  return last.radius * (1 - share) + next.radius * share;
}

function cutHoles(landmarks: readonly Point[], plan: CutPlan, random: SpecimenRandom): Hole[] {
  const size = { width: random.between(0.22, 0.36), height: random.between(0.12, 0.22) };
  const eyes = EYES.map((eye) => ({ ...middleOf(landmarks, eye), ...size }));
  const lips = { width: random.between(0.3, 0.45), height: random.between(0.06, 0.16) };
  const mouth = { ...middleOf(landmarks, MOUTH), ...lips };
  return [...(plan.hasEyes ? eyes : []), ...(plan.hasMouth ? [mouth] : [])];
}

function middleOf(landmarks: readonly Point[], indices: readonly number[]): Point {
  const points = indices.map((index) => landmarks[index] ?? CENTRE);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
}

/** Distance to an ellipse to first order, negative within it. */
function outsideOf(hole: Hole, x: number, y: number): number {
  const [u, v] = [(x - hole.x) / hole.width, (y - hole.y) / hole.height];
  const radius = Math.hypot(u, v);
  const slope = Math.hypot(u / hole.width, v / hole.height);
  return slope < 1e-6 ? -hole.height : ((radius - 1) * radius) / slope;
}
