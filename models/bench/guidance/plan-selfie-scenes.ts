import type { LocatedFace } from '../../face/locate-main-face.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import { FACE_OVAL } from '../../../web/src/guidance/face-oval.js';
import type { Fault } from '../../../web/src/guidance/frame-reading.js';
import type { HeadLook, PlacedHead } from './draw-selfie-view.js';

/** A view of the front camera with one thing wrong, and what may rightly be said of it. */
export interface SelfieScene {
  readonly name: string;
  readonly heads: readonly PlacedHead[];
  /** Times the light of the photograph. */
  readonly light: number;
  /** `null` where nothing is wrong. */
  readonly expected: readonly (Fault | null)[];
}

/** The oval, in shares of the view; as broad as a face that fills it. */
const OVAL = {
  breadth: 2 * FACE_OVAL.radiusX,
  x: FACE_OVAL.centreX,
  y: FACE_OVAL.centreY,
} as const;

const AS_IT_IS: HeadLook = { shade: 1, scarf: null, light: 1 };

const SCARVES = [
  [28, 28, 32],
  [235, 230, 222],
  [150, 90, 110],
  [60, 90, 140],
  [196, 160, 120],
] as const;

/** The same head before the camera in each way that guidance tells apart; the other is a bystander's. */
export function planSelfieScenes(
  random: SpecimenRandom,
  face: LocatedFace,
  other: LocatedFace,
): SelfieScene[] {
  const { between } = random;
  const either = (value: number) => value * random.pick([-1, 1] as const);
  const held = (change: Partial<PlacedHead> = {}): PlacedHead => ({
    face,
    breadth: OVAL.breadth * between(0.75, 1.1),
    centre: { x: OVAL.x + between(-0.05, 0.05), y: OVAL.y + between(-0.05, 0.05) },
    yaw: between(-8, 8),
    pitch: between(-8, 8),
    roll: between(-8, 8),
    look: AS_IT_IS,
    ...change,
  });
  const scene = (
    name: string,
    expected: SelfieScene['expected'],
    heads: readonly PlacedHead[],
    light = between(0.8, 1.1),
  ): SelfieScene => ({ name, expected, heads, light });
  const beside = random.pick([-1, 1] as const);
  const standing = (side: number, breadth: number): Partial<PlacedHead> => ({
    breadth: OVAL.breadth * breadth,
    centre: { x: 0.5 + side * between(0.22, 0.26), y: OVAL.y + between(-0.04, 0.04) },
  });
  return [
    scene('good', [null], [held()]),
    scene('in half the light', [null], [held()], between(0.45, 0.55)),
    scene('a darker face', [null], [held({ look: { ...AS_IT_IS, shade: between(1.6, 2.2) } })]),
    scene(
      'in a headscarf',
      [null],
      [held({ look: { ...AS_IT_IS, shade: between(0.9, 1.3), scarf: random.pick(SCARVES) } })],
    ),
    scene('far away', ['FACE_FAR'], [held({ breadth: OVAL.breadth * between(0.3, 0.5) })]),
    scene('too near', ['FACE_NEAR'], [held({ breadth: OVAL.breadth * between(1.6, 2) })]),
    scene(
      'aside',
      ['FACE_ASIDE'],
      [
        held({
          centre: { x: OVAL.x + either(between(0.22, 0.3)), y: OVAL.y + between(-0.1, 0.1) },
        }),
      ],
    ),
    scene('turned by 28° to 45°', ['FACE_TURNED'], [held({ yaw: either(between(28, 45)) })]),
    scene('chin up or down', ['FACE_TURNED'], [held({ pitch: either(between(25, 38)) })]),
    scene('tilted by 25° to 40°', ['FACE_TILTED'], [held({ roll: either(between(25, 40)) })]),
    scene(
      'two people',
      ['SEVERAL_FACES'],
      [
        held({ face: other, ...standing(beside, between(0.6, 0.8)) }),
        held(standing(-beside, between(0.6, 0.8))),
      ],
    ),
    scene(
      'a bystander far behind',
      [null],
      [
        held({
          face: other,
          breadth: OVAL.breadth * between(0.2, 0.3),
          centre: { x: 0.5 + beside * between(0.36, 0.42), y: between(0.15, 0.3) },
        }),
        held(),
      ],
    ),
    scene('dark', ['TOO_DARK'], [held()], between(0.04, 0.12)),
    scene(
      'the light behind it',
      ['BACKLIT'],
      [held({ look: { ...AS_IT_IS, light: between(0.1, 0.3) } })],
      between(1, 1.3),
    ),
  ];
}
