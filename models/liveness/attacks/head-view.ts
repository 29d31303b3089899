import type { Point } from '../../face/face-landmarks.js';
import { fitHead } from '../../challenge/fit-head.js';
import { frameOf, toFrame } from './portrayed-face.js';

/** How a photograph shows the head of the person on it. */
export interface HeadView {
  /** Pixels of a distance between the eyes. */
  readonly scale: number;
  /** Sines of the turn to the picture's right and of the nod upwards. */
  readonly turn: number;
  readonly nod: number;
  /** Where a point of the photograph lies on a surface that the head wears. */
  readonly findOn: (depthAt: (x: number, y: number) => number, point: Point) => Point;
}

/** Beyond it a surface of this kind would hide parts of itself. */
const MOST_TURN_DEGREES = 20;
/** Steps that bring a place on a face to within a pixel. */
const STEPS = 6;

/**
 * @param fit how much larger what is worn is than its wearer's face
 * @param distance of the camera in distances between the eyes
 */
export function viewHead(
  landmarks: readonly Point[],
  { fit, distance }: { readonly fit: number; readonly distance: number },
): HeadView {
  const frame = frameOf(landmarks);
  const head = fitHead(landmarks);
  const turn = sineOf(head?.yaw ?? 0);
  const nod = sineOf(head?.pitch ?? 0);
  const [level, upright] = [Math.sqrt(1 - turn * turn), Math.sqrt(1 - nod * nod)];
  // A turned head's eyes look nearer to each other than they are.
  const worn = { ...frame, unit: (frame.unit / level) * fit };
  return {
    scale: worn.unit,
    turn,
    nod,
    findOn: (depthAt, point) => {
      const seen = toFrame(worn, point);
      let [x, y] = [seen.x / level, seen.y / upright];
      for (let step = 0; step < STEPS; step += 1) {
        const depth = depthAt(x, y);
        const away = 1 - depth / distance;
        x = (seen.x * away - turn * depth) / level;
        y = (seen.y * away + nod * depth) / upright;
      }
      return { x, y };
    },
  };
}

function sineOf(degrees: number): number {
  const held = Math.min(Math.max(degrees, -MOST_TURN_DEGREES), MOST_TURN_DEGREES);
  return Math.sin((held * Math.PI) / 180);
}
