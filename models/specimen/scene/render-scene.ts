import type { RasterImage } from '../../image/raster-image.js';
import type { CardFont } from '../card/card-font.js';
import { PORTRAIT } from '../card/card-layout.js';
import type { Portrait } from '../card/card-style.js';
import { createRandom } from '../specimen-random.js';
import { drawBackdrop, type BackdropKind } from './draw-backdrop.js';
import { photocopy, type Copier } from './photocopy.js';
import type { Photograph } from './photograph.js';
import { applyPictureFault, type PictureFault } from './picture-fault.js';
import { placeCard, placeCorners, placePaper, type CameraPose } from './place-card.js';
import { resizePhotograph } from './resize-photograph.js';
import { openRaster } from './sharp-raster.js';
import { photographScreen, type ScreenLook } from './show-on-screen.js';
import { applySurfaceFault, type SurfaceFault } from './surface-fault.js';
import { turnPhotograph, type QuarterTurns } from './turn-photograph.js';

/** How the card comes before the lens. */
export type Setting =
  | { readonly kind: 'flat' }
  | {
      readonly kind: 'desk';
      readonly pose: CameraPose;
      readonly backdrop: BackdropKind;
      /** Paper has square corners; the card's are round. */
      readonly isPaper?: boolean;
    }
  | { readonly kind: 'photocopy'; readonly copier: Copier }
  | {
      readonly kind: 'screen';
      readonly pose: CameraPose;
      readonly backdrop: BackdropKind;
      readonly look: ScreenLook;
    };

/** Everything that is done to a drawn card until it is a file, as plain data. */
export interface ScenePlan {
  readonly surface: readonly SurfaceFault[];
  readonly setting: Setting;
  readonly picture: readonly PictureFault[];
  readonly quarterTurns: QuarterTurns;
  readonly file: {
    /** What the camera takes. */
    readonly longSidePx: number;
    /** What is left of it in the file; a picture smaller than that stays as it is. */
    readonly scale?: number;
    readonly jpegQuality: number;
  };
}

export interface RenderedScene extends Photograph {
  readonly jpeg: Uint8Array;
}

/**
 * Carries out a plan. The seed only decides where grain, folds and clutter fall.
 *
 * @param tools `portrait` is where the drawn card has it
 */
export async function renderScene(
  card: RasterImage,
  plan: ScenePlan,
  tools: { readonly seed: number; readonly font: CardFont; readonly portrait?: Portrait },
): Promise<RenderedScene> {
  const { font, portrait = PORTRAIT } = tools;
  const randomOf = (stream: string) => createRandom(tools.seed, `scene/${stream}`);
  let surface = card;
  for (const [index, fault] of plan.surface.entries()) {
    const random = randomOf(`surface/${String(index)}`);
    surface = await applySurfaceFault(surface, fault, { random, font, portrait });
  }
  let shot = await shoot(surface, plan, tools);
  for (const [index, fault] of plan.picture.entries()) {
    const random = randomOf(`picture/${String(index)}`);
    shot = await applyPictureFault(shot, fault, { random, portrait });
  }
  const turned = await turnPhotograph(shot, plan.quarterTurns);
  const sized = await resizePhotograph(turned, plan.file.longSidePx * (plan.file.scale ?? 1));
  const jpeg = await openRaster(sized.photo).jpeg({ quality: plan.file.jpegQuality }).toBuffer();
  return { ...sized, jpeg };
}

const WHOLE_FRAME: CameraPose = {
  rotation: 0,
  foreshortening: 0,
  reach: 1,
  centre: { x: 0.5, y: 0.5 },
};

async function shoot(
  card: RasterImage,
  { setting, file }: ScenePlan,
  { seed, font }: { readonly seed: number; readonly font: CardFont },
): Promise<Photograph> {
  const random = createRandom(seed, 'scene/setting');
  const frame = { width: file.longSidePx, height: Math.round(file.longSidePx * 0.75) };
  switch (setting.kind) {
    case 'flat':
      return { photo: card, corners: placeCorners(card, WHOLE_FRAME, card) };
    case 'photocopy':
      return await photocopy(card, setting.copier, random);
    case 'desk': {
      const corners = placeCorners(card, setting.pose, frame);
      const desk = await drawBackdrop({ kind: setting.backdrop, frame, corners }, { random, font });
      const place = setting.isPaper === true ? placePaper : placeCard;
      return { photo: await place(card, desk, corners), corners };
    }
    case 'screen': {
      const corners = placeCorners({ width: 16, height: 10 }, setting.pose, frame);
      const photo = await drawBackdrop(
        { kind: setting.backdrop, frame, corners },
        { random, font },
      );
      return await photographScreen(card, setting.look, { photo, corners });
    }
  }
}
