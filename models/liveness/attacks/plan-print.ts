import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Scene } from './plan-scene.js';
import { headAround, type PortrayedFace } from './portrayed-face.js';
import type { Print } from './print-surface.js';

/** Share of prints on photographic paper or fine inkjet, whose dots no phone camera sees. */
const DOTLESS = 0.65;

/** A print as people make them: photographic paper, office printers, a few photocopies. */
export function planPrint(
  kind: 'print' | 'recapture' | 'cut-out',
  portrayed: PortrayedFace,
  { scene, random }: { readonly scene: Scene; readonly random: SpecimenRandom },
): Print {
  const isPhoto = random.isLucky(0.4);
  // Pixels of the photograph to one element of the sensor.
  const element = 1 / (scene.scale * scene.camera.width * scene.camera.oversampling);
  const hasMargin = kind !== 'cut-out' && random.isLucky(0.5);
  const base: Print = {
    content: portrayed.content,
    width: portrayed.width,
    height: portrayed.height,
    margin: hasMargin ? portrayed.box.width * random.between(0.05, 0.5) : 0,
    paper: random.between(0.6, 0.95),
    ink: isPhoto ? random.between(0.02, 0.05) : random.between(0.05, 0.14),
    gamut: random.isLucky(0.1) ? 0 : random.between(0.6, 1.05),
    dotPitch: random.isLucky(DOTLESS) ? 0 : element * random.between(1, 4),
    grain: isPhoto ? random.between(0, 0.015) : random.between(0.01, 0.05),
    curl: random.isLucky(0.5) ? random.between(0, 0.35) : 0,
    gloss: isPhoto && random.isLucky(0.5) ? random.between(0.02, 0.3) : 0,
    glossAt: random.between(0, 1),
    seed: random.integer(1, 1_000_000),
  };
  return kind === 'cut-out' ? { ...base, isKept: cutAlongHead(portrayed, random) } : base;
}

/** Scissors follow the head and the shoulders, unevenly, with a strip of background left. */
function cutAlongHead(
  { box, width, height }: PortrayedFace,
  random: SpecimenRandom,
): (u: number, v: number) => boolean {
  const head = headAround(box);
  const spare = random.between(1, 1.25);
  const isFaceAlone = random.isLucky(0.4);
  const facets = random.integer(7, 16);
  return (u, v) => {
    if (u < 0 || v < 0 || u > 1 || v > 1) return false;
    const x = (u * width - head.x) / head.radiusX;
    const y = (v * height - head.y) / head.radiusY;
    const facet = 1 + 0.04 * Math.cos(facets * Math.atan2(y, x));
    const isHead = Math.hypot(x, y) < spare * facet;
    const isNeck = y > 0.5 && Math.abs(x) < 0.75;
    const isBody = y > 1.15 && Math.abs(x) < 0.75 + (y - 1.15) * 3;
    return isHead || (!isFaceAlone && (isNeck || isBody));
  };
}
