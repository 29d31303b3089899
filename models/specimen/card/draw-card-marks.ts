import type { DrawText } from './card-font.js';
import { CARD } from './card-layout.js';
import type { CardStyle, Portrait } from './card-style.js';
import type { SpecimenRandom } from '../specimen-random.js';

/** The large word lies under the text and is so pale that it takes nothing from the values. */
export function drawSpecimenWord({ marks }: CardStyle, drawText: DrawText): string {
  const word = drawText({
    text: 'SPECIMEN',
    x: 0,
    centreY: 0,
    size: 230,
    weight: 700,
    anchor: 'middle',
  });
  const centre = `${String(CARD.width / 2)} ${String(CARD.height * 0.54)}`;
  return `<g transform="translate(${centre}) rotate(-27)" fill="#c0392b" fill-opacity="${marks.wordOpacity.toFixed(3)}">${word}</g>`;
}

const MARK_SIZE = 26;
const FOOT_Y = 0.945;

/** In both upper corners beside the header, below the last line, on the portrait. */
export function drawSpecimenMarks(style: CardStyle, drawText: DrawText): string {
  const { inCorners, atFoot, onPortrait } = style.marks;
  const drawn = [
    inCorners ? drawCornerMarks(drawText) : '',
    atFoot ? drawFootMark(drawText) : '',
    onPortrait ? drawPortraitMark(style.portrait, drawText) : '',
  ];
  return `<g fill="#c0392b" fill-opacity="0.8">${drawn.join('')}</g>`;
}

function drawCornerMarks(drawText: DrawText): string {
  const margin = 0.02 * CARD.width;
  const corner = {
    text: 'SPECIMEN',
    centreY: 0.055 * CARD.height,
    size: MARK_SIZE,
    weight: 700,
  } as const;
  return [
    drawText({ ...corner, x: margin }),
    drawText({ ...corner, x: CARD.width - margin, anchor: 'end' }),
  ].join('');
}

function drawFootMark(drawText: DrawText): string {
  return drawText({
    text: 'SPECIMEN - DATA FIKTIF - BUKAN DOKUMEN RESMI',
    x: CARD.width * 0.4,
    centreY: FOOT_Y * CARD.height,
    size: MARK_SIZE,
    weight: 700,
    anchor: 'middle',
  });
}

function drawPortraitMark(portrait: Portrait, drawText: DrawText): string {
  const mark = drawText({
    text: 'SPECIMEN',
    x: portrait.left + portrait.width / 2,
    centreY: portrait.top + portrait.height * 0.95,
    size: MARK_SIZE,
    weight: 700,
    anchor: 'middle',
  });
  return `<g fill="#fff" stroke="#c0392b" stroke-width="1.5">${mark}</g>`;
}

const SIGNATURE_LOOPS = 7;

/** A scribble under the date of issue. */
export function drawSignature({ portrait, rows }: CardStyle, random: SpecimenRandom): string {
  const width = portrait.width * 0.62;
  const centreY = rows.signature * CARD.height;
  const step = width / SIGNATURE_LOOPS;
  let x = portrait.left + (portrait.width - width) / 2;
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
