import { CARD } from './card-layout.js';
import type { CardPen } from './card-pen.js';
import { drawOcrALine, OCR_A } from './ocr-a-glyphs.js';

/** Label, colon and the 16 digits. */
export function drawNikLine(nik: string, pen: CardPen): string {
  const { nik: line, rows } = pen.style;
  const parts = [
    ['NIK', line.labelX],
    [':', line.colonX],
    [nik, line.digitsX],
  ] as const;
  if (line.face === 'bold') return parts.map(([text, x]) => drawBold(text, x, pen)).join('');
  const { scale, strokeWidth } = line;
  const y = rows.nik * CARD.height - (OCR_A.strokeCentreHeight * scale) / 2;
  return parts
    .map(([text, x]) => drawOcrALine(text, { x: x * CARD.width, y, scale, strokeWidth }))
    .join('');
}

/** As some copies and replacement prints have it; as wide and high as the OCR-A line would be. */
function drawBold(text: string, x: number, { style, font }: CardPen): string {
  const { scale } = style.nik;
  return font.drawText({
    text,
    x: x * CARD.width,
    centreY: style.rows.nik * CARD.height,
    size: scale * 126,
    weight: 700,
    letterSpacing: 0.04,
    maxWidth: text.length * OCR_A.advance * scale,
  });
}
