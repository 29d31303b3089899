import { mapCardToPicture, measureCardWidth, type Photograph } from './photograph.js';
import { drawOver } from './sharp-raster.js';

export interface Finger {
  /** Where the fingertip lies, in fractions of the card's width and height. */
  readonly x: number;
  readonly y: number;
  /** Degrees on the card from which the finger comes: 0 from the right, 90 from below. */
  readonly degrees: number;
  /** Share of the card's width: a thumb is about 20 mm wide, 0.24. */
  readonly width: number;
  readonly skin: string;
}

export const SKINS = ['#c68e6a', '#a97450', '#8a5a3c', '#d8a582', '#6f4630'] as const;

/** Lays a finger with its nail and a soft shadow over the card. */
export async function coverWithFinger(photograph: Photograph, finger: Finger): Promise<Photograph> {
  const toPicture = mapCardToPicture(photograph.corners);
  const tip = toPicture(finger.x, finger.y);
  const right = toPicture(finger.x + 0.01, finger.y);
  const tilt = (Math.atan2(right.y - tip.y, right.x - tip.x) * 180) / Math.PI;
  const width = measureCardWidth(photograph.corners) * finger.width;
  const place = `translate(${tip.x.toFixed(1)} ${tip.y.toFixed(1)}) rotate(${(tilt + finger.degrees).toFixed(1)})`;
  const photo = await drawOver(
    photograph.photo,
    `<g transform="${place}">${drawFinger(width, finger.skin)}</g>`,
  );
  return { ...photograph, photo };
}

/** The fingertip's middle lies at the origin, the hand far to the right. */
function drawFinger(width: number, skin: string): string {
  const half = (width / 2).toFixed(1);
  const reach = (width * 12).toFixed(0);
  const outline = `M${reach} ${(width * 0.75).toFixed(1)}L${(width * 1.5).toFixed(1)} ${(width * 0.56).toFixed(1)}L0 ${half}A${half} ${half} 0 0 1 0 -${half}L${(width * 1.5).toFixed(1)} -${(width * 0.56).toFixed(1)}L${reach} -${(width * 0.75).toFixed(1)}Z`;
  const fold = (x: number) =>
    `<path d="M${(x * width).toFixed(1)} -${(width * 0.33).toFixed(1)}q${(width * 0.06).toFixed(1)} ${(width * 0.33).toFixed(1)} 0 ${(width * 0.66).toFixed(1)}" fill="none" stroke="#5a3826" stroke-opacity="0.35" stroke-width="${(width * 0.02).toFixed(1)}"/>`;
  return [
    `<defs><linearGradient id="skin" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#000" stop-opacity="0.3"/><stop offset="0.35" stop-color="#fff" stop-opacity="0.14"/><stop offset="0.7" stop-color="#000" stop-opacity="0.05"/><stop offset="1" stop-color="#000" stop-opacity="0.38"/></linearGradient>`,
    `<filter id="edge"><feGaussianBlur stdDeviation="${(width * 0.05).toFixed(1)}"/></filter>`,
    `<filter id="skin-edge"><feGaussianBlur stdDeviation="1.5"/></filter></defs>`,
    `<path d="${outline}" transform="translate(${(width * 0.05).toFixed(1)} ${(width * 0.06).toFixed(1)})" fill="#000" fill-opacity="0.4" filter="url(#edge)"/>`,
    `<g filter="url(#skin-edge)"><path d="${outline}" fill="${skin}"/><path d="${outline}" fill="url(#skin)"/>`,
    `<ellipse cx="${(width * 0.02).toFixed(1)}" cy="0" rx="${(width * 0.36).toFixed(1)}" ry="${(width * 0.3).toFixed(1)}" fill="#e8c3ae" fill-opacity="0.75"/>`,
    `${fold(1)}${fold(1.08)}</g>`,
  ].join('');
}
