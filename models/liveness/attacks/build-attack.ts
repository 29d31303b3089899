import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { AttackKind } from './attack-kind.js';
import { createFaceSurface } from './face-surface.js';
import { placeFingers } from './finger-surface.js';
import { placePlane, UPRIGHT, type PhotoRectangle, type Tilt } from './place-plane.js';
import { planPrint } from './plan-print.js';
import type { Scene } from './plan-scene.js';
import { planScreen } from './plan-screen.js';
import { cropPortrait, headAround, type PortrayedFace } from './portrayed-face.js';
import { createPrintSurface } from './print-surface.js';
import { createRoomSurface } from './room-surface.js';
import { createScreenSurface } from './screen-surface.js';
import type { Placed, Surface } from './surface.js';

/** What changes from one picture of a burst to the next. */
export interface Moment {
  /** How the camera or the hand has moved: a scene and a tilt of their own. */
  readonly scene: Scene;
  readonly tilt: Tilt;
  /** In pixels of the photograph; of a living head alone. */
  readonly parallax: { readonly x: number; readonly y: number };
  /** How far what is behind a print or a screen has moved against it, in picture widths. */
  readonly behind: { readonly x: number; readonly y: number };
}

/** What stands in front of the camera at a moment, the nearest first. */
export type Stage = (moment: Moment) => Placed[];

/** A flat copy, and which rectangle of the photograph's plane it covers. */
interface Copy {
  readonly surface: Surface;
  readonly reach: PhotoRectangle;
}

/** Share of copies whose edges the camera may see. */
const CROPPED = 0.6;

export function buildStage(
  kind: Exclude<AttackKind, 'injection' | 'worn-mask'>,
  whole: PortrayedFace,
  { scene, random }: { readonly scene: Scene; readonly random: SpecimenRandom },
): Stage {
  const isWhole = kind === 'live' || kind === 'cut-out' || !random.isLucky(CROPPED);
  const portrayed = isWhole ? whole : cropPortrait(whole, random);
  const { box } = portrayed;
  const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  if (kind === 'live') return showPerson(portrayed, centre);
  const copy =
    kind === 'replay'
      ? makeScreen(portrayed, scene, random)
      : makePrint(kind, portrayed, scene, random);
  const room = createRoomSurface(random);
  const isHeld = random.isLucky(0.35);
  const fingers = isHeld ? placeFingers(copy.reach, random) : [];
  return ({ scene: now, tilt, behind }) => {
    const view = { scene: now, tilt };
    const back = { x: -0.3 + behind.x, y: -0.3 + behind.y };
    const side = Math.max(1, now.aspect) + 0.6;
    const wall = [
      back,
      { x: back.x + side, y: back.y },
      { x: back.x + side, y: back.y + side },
      { x: back.x, y: back.y + side },
    ] as const;
    return [
      ...fingers.map(({ surface, corners: [a, , c] }) => ({
        surface,
        corners: placePlane({ left: a.x, top: a.y, right: c.x, bottom: c.y }, centre, view),
      })),
      { surface: copy.surface, corners: placePlane(copy.reach, centre, view) },
      { surface: room, corners: wall },
    ];
  };
}

/** @param centre of the face, in pixels of the photograph */
export function showPerson(
  portrayed: PortrayedFace,
  centre: { readonly x: number; readonly y: number },
): Stage {
  const head = headAround(portrayed.box);
  const whole = { left: 0, top: 0, right: portrayed.width, bottom: portrayed.height };
  return ({ scene, parallax }) => [
    {
      surface: createFaceSurface({ ...portrayed, head, parallax }),
      corners: placePlane(whole, centre, { scene, tilt: UPRIGHT }),
    },
  ];
}

function makePrint(
  kind: 'print' | 'recapture' | 'cut-out',
  portrayed: PortrayedFace,
  scene: Scene,
  random: SpecimenRandom,
): Copy {
  const print = planPrint(kind, portrayed, { scene, random });
  const { width, height, margin } = print;
  return {
    surface: createPrintSurface(print),
    reach: { left: -margin, top: -margin, right: width + margin, bottom: height + margin },
  };
}

function makeScreen(portrayed: PortrayedFace, scene: Scene, random: SpecimenRandom): Copy {
  const screen = planScreen(portrayed, { scene, random });
  const { shown, bezel, width, height } = screen;
  const toPhoto = (at: number, from: number) => (at - from) / shown.scale;
  return {
    surface: createScreenSurface(screen),
    reach: {
      left: toPhoto(-bezel, shown.left),
      top: toPhoto(-bezel, shown.top),
      right: toPhoto(width + bezel, shown.left),
      bottom: toPhoto(height + bezel, shown.top),
    },
  };
}
