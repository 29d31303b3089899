import type { DrawText } from './card-font.js';
import { CARD, FONT_SIZES, PORTRAIT, ROWS } from './card-layout.js';
import type { SpecimenRandom } from './specimen-random.js';

/** The large word lies under the text and is so pale that it takes nothing from the values. */
export function drawSpecimenWord(drawText: DrawText): string {
  const word = drawText({
    text: 'SPECIMEN',
    x: 0,
    centreY: 0,
    size: 230,
    weight: 700,
    anchor: 'middle',
  });
  const centre = `${String(CARD.width / 2)} ${String(CARD.height * 0.54)}`;
  return `<g transform="translate(${centre}) rotate(-27)" fill="#c0392b" fill-opacity="0.09">${word}</g>`;
}

/** In both upper corners, beside the header, and below the last line. */
export function drawSpecimenMarks(drawText: DrawText): string {
  const style = { size: FONT_SIZES.mark, weight: 700 } as const;
  const corner = { ...style, text: 'SPECIMEN', centreY: 0.055 * CARD.height };
  const margin = 0.02 * CARD.width;
  return `<g fill="#c0392b" fill-opacity="0.8">${[
    drawText({ ...corner, x: margin }),
    drawText({ ...corner, x: CARD.width - margin, anchor: 'end' }),
    drawText({
      ...style,
      text: 'SPECIMEN - DATA FIKTIF - BUKAN DOKUMEN RESMI',
      x: CARD.width * 0.4,
      centreY: ROWS.mark * CARD.height,
      anchor: 'middle',
    }),
  ].join('')}</g>`;
}

const SIGNATURE_LOOPS = 7;

/** A scribble under the date of issue. */
export function drawSignature(random: SpecimenRandom): string {
  const width = PORTRAIT.width * 0.62;
  const centreY = ROWS.signature * CARD.height;
  const step = width / SIGNATURE_LOOPS;
  let x = PORTRAIT.left + (PORTRAIT.width - width) / 2;
  let path = `M${x.toFixed(1)} ${centreY.toFixed(1)}`;
  for (let loop = 0; loop < SIGNATURE_LOOPS; loop += 1) {
    const height = random.between(12, 40) * (loop % 2 === 0 ? -1 : 1);
    const control = (x + step * random.between(0.1, 1.3)).toFixed(1);
    x += step * random.between(0.8, 1.1);
    const endY = centreY + random.between(-8, 8);
    path += `Q${control} ${(centreY + height).toFixed(1)} ${x.toFixed(1)} ${endY.toFixed(1)}`;
  }
  return `<path d="${path}" fill="none" stroke="#1b2340" stroke-width="3.2" stroke-linecap="round"/>`;
}
