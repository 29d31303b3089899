import type { RasterImage } from '../../image/raster-image.js';
import type { CardFont } from '../card/card-font.js';
import type { Portrait } from '../card/card-style.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { drawBanding, type Banding } from './draw-banding.js';
import { drawFolds } from './draw-folds.js';
import { drawShine } from './draw-shine.js';
import { drawWatermark } from './draw-watermark.js';
import { drawWear } from './draw-wear.js';
import { fadePrint } from './fade-print.js';
import { pastePortrait, type PastedPortrait } from './paste-portrait.js';
import { printOnPaper, type PaperPrint } from './print-on-paper.js';
import { drawOver } from './sharp-raster.js';

/** What age, pockets, people and forgers do to the card before it is photographed. */
export type SurfaceFault =
  | { readonly kind: 'fade'; readonly strength: number }
  | { readonly kind: 'folds'; readonly count: number; readonly depth: number }
  | { readonly kind: 'shine'; readonly streaks: number; readonly opacity: number }
  | {
      readonly kind: 'watermark';
      readonly text: string;
      readonly opacity: number;
      readonly degrees: number;
      readonly size: number;
      readonly lines: number;
      readonly colour: string;
    }
  | ({ readonly kind: 'banding' } & Banding)
  | { readonly kind: 'wear'; readonly scratches: number; readonly specks: number }
  | ({ readonly kind: 'pasted-portrait' } & PastedPortrait)
  | ({ readonly kind: 'paper-print' } & PaperPrint);

export async function applySurfaceFault(
  card: RasterImage,
  fault: SurfaceFault,
  tools: {
    readonly random: SpecimenRandom;
    readonly font: CardFont;
    readonly portrait: Portrait;
  },
): Promise<RasterImage> {
  switch (fault.kind) {
    case 'fade':
      return fadePrint(card, fault.strength);
    case 'folds':
      return await drawOver(card, drawFolds(card, fault, tools.random));
    case 'shine':
      return await drawOver(card, drawShine(card, fault, tools.random));
    case 'watermark':
      return await drawOver(card, drawWatermark(card, fault, tools.font.drawText));
    case 'banding':
      return await drawOver(card, drawBanding(fault));
    case 'wear':
      return await drawOver(card, drawWear(card, fault, tools.random));
    case 'pasted-portrait':
      return await pastePortrait(card, fault, tools.portrait);
    case 'paper-print':
      return await printOnPaper(card, fault);
  }
}
