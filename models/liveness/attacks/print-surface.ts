import { samplePyramid, type Light, type Pyramid } from './light-image.js';
import type { Look, Surface } from './surface.js';
import { noiseAt } from './value-noise.js';

/** A photograph on paper. Lengths are in pixels of the photograph. */
export interface Print {
  readonly content: Pyramid;
  readonly width: number;
  readonly height: number;
  /** Blank paper around the photograph. */
  readonly margin: number;
  /** Light that blank paper gives back, and that solid ink still does. */
  readonly paper: number;
  readonly ink: number;
  /** What the inks keep of the colour, 0 a photocopy. */
  readonly gamut: number;
  /** Distance of the dots, 0 for a print without any that could be seen. */
  readonly dotPitch: number;
  /** Strength of the paper's grain. */
  readonly grain: number;
  /** How far a roll of the paper darkens one side, and gloss shines, 0 to 1. */
  readonly curl: number;
  readonly gloss: number;
  readonly glossAt: number;
  readonly seed: number;
  /** Whether scissors have left this place, in shares of the photograph; all of it unless given. */
  readonly isKept?: (x: number, y: number) => boolean;
}

/** Angles of the screens for cyan, magenta and yellow, as offset printing and laser printers have. */
const SCREEN_ANGLES = [0.26, 1.31, 0] as const;

export function createPrintSurface(print: Print): Surface {
  const { margin } = print;
  return {
    width: print.width + 2 * margin,
    height: print.height + 2 * margin,
    shine: (look, into) => {
      const [x, y] = [look.x - margin, look.y - margin];
      const [u, v] = [x / print.width, y / print.height];
      if (print.isKept !== undefined && !print.isKept(u, v)) return 0;
      const isBlank = u < 0 || v < 0 || u > 1 || v > 1;
      if (isBlank) into.fill(1);
      else layInk(print, { ...look, x, y }, into);
      lightPaper(print, look, u, into);
      return 1;
    },
  };
}

/** Ink takes away light; a dot's edge is as soft as what one element sees of it. */
function layInk(print: Print, look: Look, into: Light): void {
  samplePyramid(print.content, look, look.footprint, into);
  const grey = 0.299 * into[0] + 0.587 * into[1] + 0.114 * into[2];
  const contrast =
    print.dotPitch === 0 ? 0 : Math.exp(-1.4 * (look.footprint / print.dotPitch) ** 2);
  for (let k = 0; k < 3; k += 1) {
    const tone = Math.min(grey + ((into[k] ?? 0) - grey) * print.gamut, 1);
    const share = print.ink + (1 - print.ink) * Math.max(tone, 0);
    into[k] = share + dotAt(print, look, k) * contrast * Math.min(share, 1 - share) * 1.6;
  }
}

function dotAt({ dotPitch }: Print, { x, y }: Look, channel: number): number {
  if (dotPitch === 0) return 0;
  const angle = SCREEN_ANGLES[channel] ?? 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turn = (2 * Math.PI) / dotPitch;
  return (Math.cos((x * cos + y * sin) * turn) + Math.cos((y * cos - x * sin) * turn)) / 2;
}

function lightPaper(print: Print, { x, y, footprint }: Look, u: number, into: Light): void {
  const fine = noiseAt(x / Math.max(footprint, 0.7), y / Math.max(footprint, 0.7), print.seed);
  const cloud = noiseAt(x / 9, y / 9, print.seed + 1);
  const shade = 1 - print.curl * (0.5 - Math.cos((u - 0.3) * Math.PI) * 0.5);
  const level = print.paper * shade * (1 + print.grain * (fine * 0.7 + cloud * 0.5));
  const gloss = print.gloss * Math.exp(-(((u - print.glossAt) * 5) ** 2));
  for (let k = 0; k < 3; k += 1) into[k] = (into[k] ?? 0) * level + gloss;
}
