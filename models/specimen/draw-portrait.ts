import sharp from 'sharp';
import { decodeImage } from '../image/decode-image.js';
import { PORTRAIT } from './card-layout.js';

/**
 * The picture on the card as PNG: the given photograph cut to 3:4 about its middle, or a grey
 * silhouette before red (odd year of birth) or blue (even).
 *
 * @param photograph JPEG, PNG or WebP of one face
 * @throws UndecodableImageError
 */
export async function drawPortrait(
  photograph: Uint8Array | undefined,
  birthYear: number,
): Promise<Uint8Array> {
  const { width, height } = PORTRAIT;
  if (photograph === undefined)
    return sharp(Buffer.from(drawSilhouette(birthYear)))
      .png()
      .toBuffer();
  const { data, ...size } = await decodeImage(photograph);
  return sharp(data, { raw: { ...size, channels: 3 } })
    .resize(width, height, { fit: 'cover', position: 'centre' })
    .png()
    .toBuffer();
}

function drawSilhouette(birthYear: number): string {
  const backdrop = birthYear % 2 === 1 ? '#b3231f' : '#1f56b3';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(PORTRAIT.width)}" height="${String(PORTRAIT.height)}" viewBox="0 0 288 384">`,
    `<rect width="288" height="384" fill="${backdrop}"/>`,
    '<g fill="#8f959b"><ellipse cx="144" cy="150" rx="66" ry="84"/>',
    '<path d="M114 215h60v45q66 14 84 66v58H30v-58q18-52 84-66z"/></g></svg>',
  ].join('');
}
