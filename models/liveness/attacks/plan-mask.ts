import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import { cutMask, type MaskCut } from './mask-cut.js';
import { bendPaper, mouldShell, type MaskForm } from './mask-form.js';
import { planPrint } from './plan-print.js';
import type { Scene } from './plan-scene.js';
import { frameOf, toFrame, type FaceFrame, type PortrayedHead } from './portrayed-face.js';
import { createPrintSurface } from './print-surface.js';
import type { Surface } from './surface.js';

/** A face to be worn. */
export interface Mask {
  /** The picture on it, in pixels of its photograph, evenly lit. */
  readonly picture: Surface;
  readonly frame: FaceFrame;
  readonly form: MaskForm;
  readonly cut: MaskCut;
  /** Finest detail that its paint holds, in pixels of the photograph. */
  readonly detail: number;
  readonly gloss: { readonly strength: number; readonly power: number };
  /** Strength of the shadow that it throws on its wearer, and how far off the skin it stands. */
  readonly shadow: { readonly strength: number; readonly gap: number };
}

/** Paper bent around the head, or a moulded shell: printed film, or painted and so smoother. */
export function planMask(
  stranger: PortrayedHead,
  { scene, random }: { readonly scene: Scene; readonly random: SpecimenRandom },
): Mask {
  const isPaper = random.isLucky(0.5);
  const frame = frameOf(stranger.landmarks);
  const landmarks = stranger.landmarks.map((point) => toFrame(frame, point));
  const planned = planPrint('print', stranger, { scene, random });
  const print = { ...planned, margin: 0, curl: 0, gloss: 0 };
  const cut = cutMask(
    landmarks,
    {
      spare: random.between(0.95, 1.05),
      forehead: random.between(0.75, 1.15),
      unevenness: isPaper ? random.between(0.01, 0.05) : 0,
      hasEyes: random.isLucky(0.7),
      hasMouth: random.isLucky(0.2),
    },
    random,
  );
  const shadow = { strength: random.between(0.25, 0.6), gap: random.between(0.04, 0.12) };
  if (isPaper) {
    return {
      picture: createPrintSurface(print),
      frame,
      cut,
      shadow,
      form: bendPaper(random.between(1.3, 2.4)),
      detail: 0,
      gloss: { strength: planned.gloss, power: random.between(20, 90) },
    };
  }
  const isPainted = random.isLucky(0.5);
  const film = { ...print, grain: random.between(0, 0.008), paper: random.between(0.75, 0.95) };
  return {
    picture: createPrintSurface(isPainted ? { ...film, dotPitch: 0 } : film),
    frame,
    cut,
    shadow,
    form: mouldShell(stranger.landmarks, frame),
    detail: isPainted ? frame.unit * random.between(0.03, 0.08) : 0,
    gloss: { strength: random.between(0.02, 0.2), power: random.between(6, 40) },
  };
}
