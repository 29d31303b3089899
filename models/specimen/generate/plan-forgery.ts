import type { PortraitBackdrop } from '../card/draw-portrait.js';
import { varyLook } from '../card/vary-style.js';
import type { PictureFault } from '../scene/picture-fault.js';
import type { ScenePlan, Setting } from '../scene/render-scene.js';
import type { SurfaceFault } from '../scene/surface-fault.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { varySensor } from './vary-faults.js';
import { varyDesk } from './vary-pose.js';

/** What is made to look like the holder's own card, each photographed with care. */
export const FORGERIES = ['glued-portrait', 'edited-portrait', 'colour-print'] as const;

export type Forgery = (typeof FORGERIES)[number];

export function planForgery(
  forgery: Forgery,
  random: SpecimenRandom,
  longSidePx: number,
): ScenePlan {
  const setting = varyDesk(random);
  const isPaper = forgery === 'colour-print';
  return {
    surface: chooseSurface(forgery, random),
    setting: isPaper ? cutFromPaper(setting) : setting,
    picture: [...varySensor(random), ...chooseEdit(forgery, random)],
    quarterTurns: 0,
    file: { longSidePx, jpegQuality: random.integer(70, 92) },
  };
}

function cutFromPaper(setting: Setting): Setting {
  return setting.kind === 'desk' ? { ...setting, isPaper: true } : setting;
}

const BACKDROPS: readonly PortraitBackdrop[] = ['red', 'blue', 'white', 'grey', 'green'];

function chooseSurface(forgery: Forgery, random: SpecimenRandom): SurfaceFault[] {
  switch (forgery) {
    case 'glued-portrait':
      return [
        {
          kind: 'pasted-portrait',
          look: varyLook(random),
          backdrop: random.pick(BACKDROPS),
          scale: random.between(0.96, 1.1),
          shiftX: random.between(-0.05, 0.05),
          shiftY: random.between(-0.05, 0.05),
          turn: random.between(0, 6) * (random.isLucky(0.5) ? 1 : -1),
          border: random.isLucky(0.5) ? 0 : random.between(0.02, 0.08),
          shade: random.between(0.1, 0.7),
          softness: random.between(0, 2),
        },
      ];
    case 'colour-print':
      return [
        {
          kind: 'paper-print',
          gamut: random.between(0.6, 0.95),
          white: random.integer(228, 250),
          black: random.integer(18, 55),
          dotPitchPx: random.between(2.1, 5.6),
          dots: random.isLucky(0.4) ? 0 : random.between(0.2, 0.9),
        },
      ];
    case 'edited-portrait':
      return [];
  }
}

function chooseEdit(forgery: Forgery, random: SpecimenRandom): PictureFault[] {
  if (forgery !== 'edited-portrait') return [];
  return [
    {
      kind: 'edited-portrait',
      look: varyLook(random),
      backdrop: random.pick(BACKDROPS),
      jpegQuality: random.integer(30, 90),
      softness: random.between(0, 2),
    },
  ];
}
