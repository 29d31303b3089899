import { varyCamera, varyJpegQuality, varyLight, varySurface } from '../generate/vary-together.js';
import type { ScenePlan, Setting } from '../scene/render-scene.js';
import type { SpecimenRandom } from '../specimen-random.js';

/** Share of the frame that the card fills: nothing but print is drawn. */
const REACH = 0.95;
/** Pixels of the card's width, from a quarter of a photograph of 1,600 to nearly all of it. */
const CARD_WIDTH = { least: 400, most: 1450 } as const;

/** A photograph of the card alone with any of the faults of the other plans, often several at once. */
export function planLineScene(random: SpecimenRandom): ScenePlan {
  const ratio = CARD_WIDTH.most / CARD_WIDTH.least;
  const cardWidthPx = CARD_WIDTH.least * ratio ** random.fraction();
  return {
    surface: varySurface(random),
    setting: varySetting(random),
    picture: [...varyLight(random), ...varyCamera(random, cardWidthPx)],
    quarterTurns: 0,
    file: {
      longSidePx: Math.round(cardWidthPx / REACH),
      jpegQuality: varyJpegQuality(random),
    },
  };
}

function varySetting(random: SpecimenRandom): Setting {
  const pose = {
    rotation: random.between(-6, 6),
    foreshortening: random.isLucky(0.6) ? 0 : random.between(0, 0.16),
    farSide: random.between(0, 360),
    reach: REACH,
    centre: { x: 0.5, y: 0.5 },
  };
  if (random.isLucky(0.08)) {
    const contrast = random.between(1.1, 1.6);
    const rotation = random.between(-3, 3);
    return {
      kind: 'photocopy',
      copier: { rotation, contrast, specks: random.between(2, 12) },
    };
  }
  return { kind: 'desk', pose, backdrop: 'plain' };
}
