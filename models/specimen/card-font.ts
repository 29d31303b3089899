import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

type FontWeight = 400 | 600 | 700;

export interface TextLine {
  readonly text: string;
  readonly x: number;
  /** The middle of the capitals. */
  readonly centreY: number;
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Pixels. A longer line is squeezed, as the card's printers do. */
  readonly maxWidth?: number;
}

/** Draws text as outlines, so that no font of the machine has a say. */
export type DrawText = (line: TextLine) => string;

/** Arimo's capitals are 1409 of 2048 units high, like those of Arial. */
const CAP_HEIGHT = 1409 / 2048;

/** Loads Arimo (SIL Open Font License 1.1), which has the widths of Arial. */
export async function loadCardFont(): Promise<DrawText> {
  const [regular, semiBold, bold] = await Promise.all([
    loadFont(400),
    loadFont(600),
    loadFont(700),
  ]);
  const fonts: Readonly<Record<FontWeight, opentype.Font>> = {
    400: regular,
    600: semiBold,
    700: bold,
  };
  return (line) => drawLine(fonts[line.weight], line);
}

async function loadFont(weight: FontWeight): Promise<opentype.Font> {
  const file = `@fontsource/arimo/files/arimo-latin-${String(weight)}-normal.woff`;
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  return opentype.parse(new Uint8Array(bytes).buffer);
}

function drawLine(font: opentype.Font, line: TextLine): string {
  const width = font.getAdvanceWidth(line.text, line.size);
  const squeeze = Math.min(1, (line.maxWidth ?? width) / width);
  const shift = { start: 0, middle: 0.5, end: 1 }[line.anchor ?? 'start'] * width * squeeze;
  const baseline = line.centreY + (CAP_HEIGHT * line.size) / 2;
  const outline = font.getPath(line.text, 0, 0, line.size).toPathData(1);
  const place = `translate(${(line.x - shift).toFixed(1)} ${baseline.toFixed(1)})`;
  return `<path transform="${place} scale(${squeeze.toFixed(4)} 1)" d="${outline}"/>`;
}
