import type { DrawText } from './card-font.js';
import { CARD } from './card-layout.js';
import type { CardPalette } from './card-style.js';
import type { SpecimenRandom } from '../specimen-random.js';

/** Pale with wave lines, blobs that recall a map and rows of small lettering. */
export function drawCardBackground(
  palette: CardPalette,
  random: SpecimenRandom,
  drawText: DrawText,
): string {
  const [upper, middle, lower] = palette.sheet;
  return [
    '<defs><linearGradient id="sheet" x1="0" y1="0" x2="1" y2="1">',
    `<stop offset="0" stop-color="${upper}"/><stop offset="0.55" stop-color="${middle}"/>`,
    `<stop offset="1" stop-color="${lower}"/></linearGradient></defs>`,
    `<rect width="${String(CARD.width)}" height="${String(CARD.height)}" fill="url(#sheet)"/>`,
    drawIslands(palette, random),
    drawLettering(palette, drawText),
    drawGuilloche(palette, random),
  ].join('');
}

const ISLANDS = 14;

function drawIslands(palette: CardPalette, random: SpecimenRandom): string {
  const islands = Array.from({ length: ISLANDS }, () => {
    const centre = { x: random.between(0, CARD.width), y: random.between(150, CARD.height - 60) };
    return drawIsland(centre, random.between(25, 110), random);
  });
  return `<g fill="${palette.islands}" fill-opacity="0.75">${islands.join('')}</g>`;
}

const SHORE_POINTS = 14;

function drawIsland(
  centre: { readonly x: number; readonly y: number },
  radius: number,
  random: SpecimenRandom,
): string {
  const points = Array.from({ length: SHORE_POINTS }, (_, index) => {
    const angle = (index / SHORE_POINTS) * 2 * Math.PI;
    const reach = radius * random.between(0.6, 1.15);
    // Wider than high, like the archipelago.
    return `${formatPixel(centre.x + reach * 1.9 * Math.cos(angle))},${formatPixel(centre.y + reach * 0.6 * Math.sin(angle))}`;
  });
  return `<polygon points="${points.join(' ')}"/>`;
}

/** Small enough to look like a grey line, as the card's micro-lettering does. */
const LETTERING = { text: 'SPECIMEN KARTU CONTOH ', size: 7, repeats: 18, everyPx: 62 } as const;

function drawLettering(palette: CardPalette, drawText: DrawText): string {
  const rows: string[] = [];
  for (let y = 30; y < CARD.height; y += LETTERING.everyPx) {
    const text = LETTERING.text.repeat(LETTERING.repeats);
    rows.push(drawText({ text, x: -(y % 50), centreY: y, size: LETTERING.size, weight: 400 }));
  }
  return `<g fill="${palette.lettering}" fill-opacity="${(0.4 * palette.strength).toFixed(3)}">${rows.join('')}</g>`;
}

const WAVES = 34;
const WAVE_STEP_PX = 24;

/** A family of curves of which each is a little out of phase with the one above. */
function drawGuilloche(palette: CardPalette, random: SpecimenRandom): string {
  const swing = { long: random.between(18, 34), short: random.between(5, 10) };
  const phase = random.between(0, 2 * Math.PI);
  const curves = Array.from({ length: WAVES }, (_, wave) => {
    const points: string[] = [];
    for (let x = 0; x <= CARD.width + WAVE_STEP_PX; x += WAVE_STEP_PX) {
      const turn = (x / CARD.width) * 2 * Math.PI;
      const y =
        (wave / (WAVES - 1)) * CARD.height +
        swing.long * Math.sin(turn * 1.5 + phase + wave * 0.09) +
        swing.short * Math.sin(turn * 5 - wave * 0.31);
      points.push(`${formatPixel(x)},${formatPixel(y)}`);
    }
    return `<polyline points="${points.join(' ')}"/>`;
  });
  return `<g fill="none" stroke="${palette.waves}" stroke-width="1.3" stroke-opacity="${(0.5 * palette.strength).toFixed(3)}">${curves.join('')}</g>`;
}

function formatPixel(value: number): string {
  return value.toFixed(1);
}
