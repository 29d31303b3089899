import { samplePyramid, type Light, type Pyramid } from './light-image.js';
import type { Look, Surface } from './surface.js';

/** A photograph on a display. Lengths are in the display's own pixels. */
export interface Screen {
  readonly content: Pyramid;
  /** The display. */
  readonly width: number;
  readonly height: number;
  /** Where on it the photograph is shown. */
  readonly shown: { readonly left: number; readonly top: number; readonly scale: number };
  /** Of the photograph. */
  readonly picture: { readonly width: number; readonly height: number };
  /** Page around the photograph. */
  readonly page: Light;
  readonly bezel: number;
  readonly bezelLight: number;
  /** Colour of the backlight, and light that a black pixel lets through. */
  readonly backlight: Light;
  readonly black: number;
  /** Share of a pixel's height that is lit; the rest is the black matrix. */
  readonly aperture: number;
  /** Whether red, green and blue stand side by side in a pixel. */
  readonly hasStripes: boolean;
  /** A lamp mirrored by the glass. */
  readonly glare: {
    readonly strength: number;
    readonly x: number;
    readonly y: number;
    readonly size: number;
  };
  /** Dark bands where the backlight flickers and rows are read one after another. */
  readonly banding: { readonly strength: number; readonly bands: number; readonly phase: number };
}

export function createScreenSurface(screen: Screen): Surface {
  const { bezel } = screen;
  return {
    width: screen.width + 2 * bezel,
    height: screen.height + 2 * bezel,
    shine: (look, into) => {
      const place = { ...look, x: look.x - bezel, y: look.y - bezel };
      const isFrame =
        place.x < 0 || place.y < 0 || place.x >= screen.width || place.y >= screen.height;
      if (isFrame) into.fill(screen.bezelLight);
      else light(screen, place, into);
      mirrorLamp(screen, place, into);
      return 1;
    },
  };
}

function light(screen: Screen, look: Look, into: Light): void {
  const { left, top, scale } = screen.shown;
  const [x, y] = [(look.x - left) / scale, (look.y - top) / scale];
  const isPicture = x >= 0 && y >= 0 && x < screen.picture.width && y < screen.picture.height;
  if (isPicture) samplePyramid(screen.content, { x, y }, look.footprint / scale, into);
  else into.splice(0, 3, ...screen.page);
  const rows = litShare(look.y, look.footprint, screen.aperture, 0) / screen.aperture;
  const { strength, bands, phase } = screen.banding;
  const band = 1 - strength * (0.5 + 0.5 * Math.sin(2 * Math.PI * bands * look.row + phase));
  for (let k = 0; k < 3; k += 1) {
    // A stripe fills most of its third of the pixel.
    const columns = screen.hasStripes ? litShare(look.x, look.footprint, 0.28, k / 3) / 0.28 : 1;
    const level = screen.black + (1 - screen.black) * (into[k] ?? 0);
    into[k] = level * rows * columns * band * (screen.backlight[k] ?? 1);
  }
}

/**
 * How much of what an element sees is lit where `share` of every unit is, from `offset` on: exact,
 * so that only the sensor's own sampling makes moiré.
 */
function litShare(at: number, footprint: number, share: number, offset: number): number {
  const from = at - footprint / 2 - offset;
  return (litUpTo(from + footprint, share) - litUpTo(from, share)) / footprint;
}

function litUpTo(at: number, share: number): number {
  const whole = Math.floor(at);
  return whole * share + Math.min(at - whole, share);
}

function mirrorLamp({ glare, width }: Screen, { x, y }: Look, into: Light): void {
  if (glare.strength === 0) return;
  const distance = ((x / width - glare.x) ** 2 + (y / width - glare.y) ** 2) / glare.size ** 2;
  const lamp = glare.strength * Math.exp(-(distance ** 2));
  for (let k = 0; k < 3; k += 1) into[k] = (into[k] ?? 0) + lamp;
}
