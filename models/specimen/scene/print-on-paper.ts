import type { RasterImage } from '../../image/raster-image.js';
import { openRaster } from './sharp-raster.js';

/** A colour printer and its paper, in place of the card's own. */
export interface PaperPrint {
  /** Share of the card's colour that the inks reach. */
  readonly gamut: number;
  /** Lightest and darkest that paper and ink can be, 0 to 255. */
  readonly white: number;
  readonly black: number;
  /** Pixels of the drawn card from one dot of the screen to the next; the card has 424 an inch. */
  readonly dotPitchPx: number;
  /** How far the dots stand out, 0 to 1: 0 for the scattered dots of an ink-jet. */
  readonly dots: number;
}

/** Degrees of the screens of red, green and blue: those of cyan, magenta and yellow ink. */
const SCREEN_ANGLES = [15, 75, 0] as const;

/** The card in the dots and the narrower range of colours of a print. */
export async function printOnPaper(card: RasterImage, print: PaperPrint): Promise<RasterImage> {
  const { width, height } = card;
  const levels = await openRaster(card).modulate({ saturation: print.gamut }).raw().toBuffer();
  const data = new Uint8Array(levels.length);
  for (const [channel, angle] of SCREEN_ANGLES.entries()) {
    const coverAt = screenAt(angle, print.dotPitchPx);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const at = (y * width + x) * 3 + channel;
        const level = (levels[at] ?? 0) / 255;
        // Ink in dots: most contrast at half cover, none where paper or ink is solid.
        const depth = print.dots * level * (1 - level) * 2;
        const dotted = depth === 0 ? level : level + depth * coverAt(x, y);
        data[at] = print.black + Math.min(Math.max(dotted, 0), 1) * (print.white - print.black);
      }
    }
  }
  return { width, height, data };
}

/** −1 to 1, over a grid of dots at an angle. */
function screenAt(degrees: number, pitch: number): (x: number, y: number) => number {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const along = ((x * cos + y * sin) / pitch) * 2 * Math.PI;
    const across = ((y * cos - x * sin) / pitch) * 2 * Math.PI;
    return (Math.cos(along) + Math.cos(across)) / 2;
  };
}
