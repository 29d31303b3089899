import type { SpecimenRandom } from '../specimen-random.js';

/** What becomes of a photograph until it is the portrait on a card. */
export interface PortraitPrint {
  /** Height of the detector's face box in parts of the portrait's height. */
  readonly faceShare: number;
  /** Where the middle of the face lies, in parts of the portrait's height from its top. */
  readonly faceMiddle: number;
  /** What is put behind the head; `null` leaves the photograph's own background. */
  readonly backdrop: string | null;
  /** Pixels across that the registry's file keeps of the portrait. */
  readonly keptWidthPx: number;
  readonly jpegQuality: number;
  /** 0 is grey, 1 as photographed. */
  readonly saturation: number;
  /** About the middle grey, and what is added to all levels afterwards. */
  readonly contrast: number;
  readonly brightness: number;
  /** Of the printed dots, in grey levels. */
  readonly grain: number;
}

/**
 * Portraits on cards are small, pressed hard and printed flat: pale ones and dark ones, many nearly
 * grey. The ranges are what can still be recognised by a person who knows the face.
 */
export function planPortraitPrint(random: SpecimenRandom): PortraitPrint {
  return {
    faceShare: random.between(0.4, 0.56),
    faceMiddle: random.between(0.4, 0.48),
    backdrop: random.isLucky(0.5) ? random.pick(['#b3231f', '#1f56b3']) : null,
    keptWidthPx: random.integer(90, 230),
    jpegQuality: random.integer(25, 80),
    saturation: random.isLucky(0.3) ? random.between(0, 0.3) : random.between(0.4, 1),
    contrast: random.between(0.5, 1.25),
    brightness: random.between(-22, 40),
    grain: random.between(0, 9),
  };
}
