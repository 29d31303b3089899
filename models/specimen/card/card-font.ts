import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';
import type { CardTypeface } from './card-typeface.js';

export type FontWeight = 400 | 600 | 700;

export interface TextLine {
  readonly text: string;
  readonly x: number;
  /** The middle of the capitals. */
  readonly centreY: number;
  /** Of Arimo; other typefaces are scaled until their capitals are as high. */
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Pixels. A longer line is squeezed, as the card's printers do. */
  readonly maxWidth?: number;
  /** Width of the letters, 1 as designed. */
  readonly squeeze?: number;
  /** In parts of the font size. */
  readonly letterSpacing?: number;
}

export interface CardFont {
  /** Draws text as outlines, so that no font of the machine has a say. */
  readonly drawText: DrawText;
  /** Pixels, before `maxWidth` squeezes. */
  readonly measureText: (line: TextLine) => number;
}

export type DrawText = (line: TextLine) => string;

/** Arimo's capitals are 1409 of 2048 units high, like those of Arial. */
const CAP_HEIGHT = 1409 / 2048;

/** The nearest to 600 of the typefaces that are not drawn, or not packaged, in it. */
const SEMI_BOLD: Readonly<Partial<Record<CardTypeface, number>>> = {
  roboto: 500,
  lato: 700,
  tinos: 700,
  cousine: 700,
  'pt-serif': 700,
  'courier-prime': 700,
};

/** Loads a typeface; those besides Arimo are there in development only. */
export async function loadCardFont(typeface: CardTypeface = 'arimo'): Promise<CardFont> {
  const [regular, semiBold, bold] = await Promise.all([
    loadFont(typeface, 400),
    loadFont(typeface, SEMI_BOLD[typeface] ?? 600),
    loadFont(typeface, 700),
  ]);
  const fonts: Readonly<Record<FontWeight, opentype.Font>> = {
    400: regular,
    600: semiBold,
    700: bold,
  };
  return {
    drawText: (line) => drawLine(fonts[line.weight], line),
    measureText: (line) => measureLine(fonts[line.weight], line),
  };
}

async function loadFont(typeface: CardTypeface, weight: number): Promise<opentype.Font> {
  const file = `@fontsource/${typeface}/files/${typeface}-latin-${String(weight)}-normal.woff`;
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  return opentype.parse(new Uint8Array(bytes).buffer);
}

/** The capital I has no overshoot: its top is the height of the capitals. */
function sizeOf(font: opentype.Font, size: number): number {
  const { y2 } = font.charToGlyph('I').getBoundingBox();
  return (size * CAP_HEIGHT * font.unitsPerEm) / y2;
}

function measureLine(font: opentype.Font, line: TextLine): number {
  const { text, squeeze = 1, letterSpacing = 0 } = line;
  const size = sizeOf(font, line.size);
  return font.getAdvanceWidth(text, size, { letterSpacing }) * squeeze;
}

function drawLine(font: opentype.Font, line: TextLine): string {
  const { text, letterSpacing = 0, squeeze = 1 } = line;
  const natural = measureLine(font, line);
  if (natural === 0) return '';
  const scale = squeeze * Math.min(1, (line.maxWidth ?? natural) / natural);
  const shift =
    ({ start: 0, middle: 0.5, end: 1 }[line.anchor ?? 'start'] * natural * scale) / squeeze;
  const baseline = line.centreY + (CAP_HEIGHT * line.size) / 2;
  const outline = font.getPath(text, 0, 0, sizeOf(font, line.size), { letterSpacing });
  const place = `translate(${(line.x - shift).toFixed(1)} ${baseline.toFixed(1)})`;
  return `<path transform="${place} scale(${scale.toFixed(4)} 1)" d="${outline.toPathData(1)}"/>`;
}
