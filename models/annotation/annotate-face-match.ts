import sharp from 'sharp';
import type { FaceDescription } from '../face/describe-face.js';
import type { Region } from '../image/region.js';
import { loadCardFont } from '../specimen/card/card-font.js';
import { drawPanel, measurePanel, PANEL_WIDTH } from './draw-panel.js';
import { listFaceRows, type ShownMatch } from './list-face-rows.js';
import { openSvg } from './open-svg.js';
import { PALETTE } from './palette.js';

/** Each of the two pictures is fitted into this, pixels. */
const FRAME = { width: 560, height: 640 } as const;

/**
 * Both pictures with the faces that were found, and what was concluded beside them. Of a card the part
 * with the portrait is shown, as it was laid straight. The result holds people's faces.
 *
 * @returns PNG
 */
export async function annotateFaceMatch(shown: ShownMatch): Promise<Uint8Array> {
  const rows = listFaceRows(shown);
  const height = Math.max(FRAME.height, measurePanel(rows));
  const font = await loadCardFont();
  const left = FRAME.width * 2;
  const size = { width: left + PANEL_WIDTH, height };
  const panel = openSvg(size, drawPanel(rows, { font, left, height }));
  const [a, b] = await Promise.all([drawSeen(shown.a), drawSeen(shown.b)]);
  return await sharp({
    create: { ...size, channels: 3, background: PALETTE.paper },
  })
    .composite([
      { input: Buffer.from(a), left: 0, top: 0 },
      { input: Buffer.from(b), left: FRAME.width, top: 0 },
      { input: Buffer.from(panel), left: 0, top: 0 },
    ])
    .png()
    .toBuffer();
}

async function drawSeen({ seen, reasonCode }: FaceDescription): Promise<Uint8Array> {
  const { image, located, others } = seen;
  const scale = Math.min(FRAME.width / image.width, FRAME.height / image.height);
  const size = {
    width: Math.max(Math.round(image.width * scale), 1),
    height: Math.max(Math.round(image.height * scale), 1),
  };
  const colour = reasonCode === null ? PALETTE.sure : PALETTE.poor;
  const drawing = [
    ...others.map((box) => drawBox(box, scale, PALETTE.unsure)),
    located === null ? '' : drawBox(located.box, scale, colour),
    ...(located?.landmarks ?? []).map(
      ({ x, y }) =>
        `<circle cx="${(x * scale).toFixed(1)}" cy="${(y * scale).toFixed(1)}" r="1.8" fill="${PALETTE.outline}"/>`,
    ),
  ].join('');
  return await sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 3 },
  })
    .resize({ ...size, fit: 'fill' })
    .composite([{ input: Buffer.from(openSvg(size, drawing)) }])
    .png()
    .toBuffer();
}

function drawBox({ left, top, width, height }: Region, scale: number, colour: string): string {
  const [x, y, w, h] = [left, top, width, height].map((length) => (length * scale).toFixed(1));
  return `<rect x="${x ?? ''}" y="${y ?? ''}" width="${w ?? ''}" height="${h ?? ''}" fill="none" stroke="${colour}" stroke-width="3"/>`;
}
