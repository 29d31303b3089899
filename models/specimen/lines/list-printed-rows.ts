import type { CardFont, TextLine } from '../card/card-font.js';
import { CARD } from '../card/card-layout.js';
import type { CardStyle } from '../card/card-style.js';
import { drawCardText } from '../card/draw-card-text.js';
import { OCR_A } from '../card/ocr-a-glyphs.js';
import type { PrintedFields } from '../card/printed-fields.js';

/** A label, a colon or a value as it stands on the drawn card, in the card's pixels. */
export interface PrintedPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The middle of the capitals. */
  readonly centreY: number;
  readonly capHeight: number;
}

/** Capitals of Arimo by its font size. */
const CAP_HEIGHT = 1409 / 2048;

/**
 * Everything that `drawCardText` prints, row by row from left to right, found by drawing with a pen
 * that takes notes.
 */
export function listPrintedRows(
  fields: PrintedFields,
  style: CardStyle,
  font: CardFont,
): PrintedPiece[][] {
  const pieces: PrintedPiece[] = style.nik.face === 'ocr-a' ? listNikLine(fields.nik, style) : [];
  drawCardText(fields, {
    style,
    font: {
      ...font,
      drawText: (line) => {
        pieces.push(toPiece(line, font));
        return '';
      },
    },
  });
  const rows = new Map<number, PrintedPiece[]>();
  for (const piece of pieces) {
    if (piece.text === '') continue;
    rows.set(piece.centreY, [...(rows.get(piece.centreY) ?? []), piece]);
  }
  return [...rows.values()].map((row) => row.sort((a, b) => a.left - b.left));
}

function toPiece(line: TextLine, font: CardFont): PrintedPiece {
  const natural = font.measureText(line);
  const width = Math.min(natural, line.maxWidth ?? natural);
  const left = line.x - { start: 0, middle: 0.5, end: 1 }[line.anchor ?? 'start'] * width;
  const { text, centreY, size } = line;
  return { text, left, right: left + width, centreY, capHeight: size * CAP_HEIGHT };
}

function listNikLine(nik: string, { nik: line, rows }: CardStyle): PrintedPiece[] {
  const place = (text: string, x: number): PrintedPiece => {
    const left = x * CARD.width;
    const width = ((text.length - 1) * OCR_A.advance + OCR_A.strokeCentreWidth) * line.scale;
    const capHeight = OCR_A.strokeCentreHeight * line.scale;
    return { text, left, right: left + width, centreY: rows.nik * CARD.height, capHeight };
  };
  return [place('NIK', line.labelX), place(':', line.colonX), place(nik, line.digitsX)];
}
