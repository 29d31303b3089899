import type { Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import type { CardFont } from '../card/card-font.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { drawClutter } from './draw-clutter.js';
import { drawPicture } from './sharp-raster.js';

export const BACKDROP_KINDS = ['plain', 'wood', 'cloth', 'marble', 'tiles', 'clutter'] as const;

export type BackdropKind = (typeof BACKDROP_KINDS)[number];

const COLOURS = [
  '#6d5a48',
  '#4d5257',
  '#7b766c',
  '#59483f',
  '#1d1f22',
  '#d9d4c8',
  '#f0eee9',
  '#8c2f2f',
  '#2d4a6b',
  '#9db7c9',
  '#3c5a3f',
  '#c9a77a',
  '#a9c8dc',
  '#2a2233',
] as const;

/** What the card lies on, with the card's shadow at `corners`. */
export async function drawBackdrop(
  scene: {
    readonly kind: BackdropKind;
    readonly frame: { readonly width: number; readonly height: number };
    readonly corners: Quad;
  },
  tools: { readonly random: SpecimenRandom; readonly font: CardFont },
): Promise<RasterImage> {
  const { kind, frame, corners } = scene;
  const { random } = tools;
  const base = random.pick(COLOURS);
  const cover = `<rect width="100%" height="100%"`;
  const lean = random.between(3, 12);
  const shadow = corners
    .map(({ x, y }) => `${(x + lean * 0.4).toFixed(1)},${(y + lean).toFixed(1)}`)
    .join(' ');
  const drawing = [
    `<defs><radialGradient id="light" cx="${random.fraction().toFixed(2)}" cy="${random.fraction().toFixed(2)}" r="1.1">`,
    '<stop offset="0" stop-color="#fff" stop-opacity="0.2"/>',
    '<stop offset="1" stop-color="#000" stop-opacity="0.25"/></radialGradient>',
    `<filter id="soft"><feGaussianBlur stdDeviation="${random.between(4, 14).toFixed(1)}"/></filter></defs>`,
    `${cover} fill="${base}"/>`,
    drawTexture(kind, frame, tools),
    `${cover} fill="url(#light)"/>`,
    `<polygon points="${shadow}" fill="#000" fill-opacity="${random.between(0.25, 0.6).toFixed(2)}" filter="url(#soft)"/>`,
  ].join('');
  return await drawPicture(frame, drawing);
}

function drawTexture(
  kind: BackdropKind,
  frame: { readonly width: number; readonly height: number },
  tools: { readonly random: SpecimenRandom; readonly font: CardFont },
): string {
  switch (kind) {
    case 'plain':
      return '';
    case 'wood':
      return drawStreaks(frame, tools.random, { count: 60, sway: 8, opacity: 0.22 });
    case 'marble':
      return drawStreaks(frame, tools.random, { count: 16, sway: 120, opacity: 0.3 });
    case 'cloth':
      return drawGrid(tools.random.between(6, 16), 0.28, tools.random);
    case 'tiles':
      return drawGrid(tools.random.between(90, 300), 0.4, tools.random);
    case 'clutter':
      return drawClutter(frame, tools);
  }
}

function drawStreaks(
  { width, height }: { readonly width: number; readonly height: number },
  random: SpecimenRandom,
  look: { readonly count: number; readonly sway: number; readonly opacity: number },
): string {
  const sway = () => random.between(-look.sway, look.sway).toFixed(0);
  const streaks = Array.from({ length: look.count }, () => {
    const y = random.between(-20, height + 20).toFixed(0);
    const step = Math.round(width / 3);
    return `<path d="M-10 ${y}q${String(step / 2)} ${sway()} ${String(step)} ${sway()}t${String(step)} ${sway()}t${String(step + 40)} ${sway()}" stroke="${random.pick(['#000', '#000', '#fff'])}" stroke-opacity="${(look.opacity * random.fraction()).toFixed(2)}" stroke-width="${random.between(1, 9).toFixed(1)}"/>`;
  });
  return `<g fill="none">${streaks.join('')}</g>`;
}

function drawGrid(pitch: number, opacity: number, random: SpecimenRandom): string {
  const size = pitch.toFixed(1);
  return [
    `<defs><pattern id="grid" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${random.between(-40, 40).toFixed(0)})">`,
    `<path d="M0 0H${size}M0 0V${size}" stroke="#000" stroke-opacity="${opacity.toFixed(2)}" stroke-width="${(pitch * random.between(0.05, 0.4)).toFixed(1)}"/></pattern></defs>`,
    '<rect width="100%" height="100%" fill="url(#grid)"/>',
  ].join('');
}
