import sharp from 'sharp';
import { decodeImage } from '../../image/decode-image.js';
import type { Portrait, PortraitLook } from './card-style.js';

/**
 * The picture on the card as PNG: the given photograph cut to 3:4 about its middle, or a grey
 * silhouette before red (odd year of birth) or blue (even), see `backdropOf`.
 *
 * @param photograph JPEG, PNG or WebP of one face
 * @throws UndecodableImageError
 */
export async function drawPortrait(
  photograph: Uint8Array | undefined,
  { width, height }: Portrait,
  backdrop: PortraitBackdrop,
  look: PortraitLook = SILHOUETTE,
): Promise<Uint8Array> {
  if (photograph === undefined)
    return sharp(Buffer.from(drawSilhouette({ width, height }, backdrop, look)))
      .png()
      .toBuffer();
  const { data, ...size } = await decodeImage(photograph);
  return sharp(data, { raw: { ...size, channels: 3 } })
    .resize(width, height, { fit: 'cover', position: 'centre' })
    .png()
    .toBuffer();
}

const SILHOUETTE: PortraitLook = { skin: '#8f959b', hair: null, head: 'short-hair', shirt: null };

/** Behind the head; foreigners' portraits have an orange one, and no card has the last three. */
export type PortraitBackdrop = 'red' | 'blue' | 'orange' | 'white' | 'grey' | 'green';

const BACKDROPS: Readonly<Record<PortraitBackdrop, string>> = {
  red: '#b3231f',
  blue: '#1f56b3',
  orange: '#d9822b',
  white: '#f2f2ef',
  grey: '#9aa0a6',
  green: '#7fa38a',
};

export function backdropOf(birthYear: number): PortraitBackdrop {
  return birthYear % 2 === 1 ? 'red' : 'blue';
}

function drawSilhouette(
  { width, height }: Pick<Portrait, 'width' | 'height'>,
  backdrop: PortraitBackdrop,
  look: PortraitLook,
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 288 384" preserveAspectRatio="none">`,
    `<rect width="288" height="384" fill="${BACKDROPS[backdrop]}"/>`,
    look.hair === null ? '' : `<path d="${OUTLINES[look.head]}" fill="${look.hair}"/>`,
    `<g fill="${look.skin}"><ellipse cx="144" cy="150" rx="66" ry="84"/>`,
    `<path d="${BUST}"${look.shirt === null ? '' : ` fill="${look.shirt}"`}/></g>`,
    look.hair === null ? '' : drawFace(look),
    '</svg>',
  ].join('');
}

const BUST = 'M114 215h60v45q66 14 84 66v58H30v-58q18-52 84-66z';
const OUTLINES: Readonly<Record<PortraitLook['head'], string>> = {
  'short-hair': 'M72 150q-6-104 72-106t72 106z',
  'long-hair': 'M70 160q-10-110 74-112t74 112q8 40-6 52l-136 0q-14-12-6-52z',
  headscarf: 'M62 170q-8-128 82-130t82 130q10 70 26 104l-40 40h-136l-40-40q16-34 26-104z',
};

/** Eyes, brows, nose and mouth, and the hair over the forehead. */
function drawFace({ hair, head }: PortraitLook): string {
  const fringe =
    head === 'headscarf'
      ? 'M76 150q4-78 68-80t68 80q-18-50-68-52t-68 52z'
      : 'M76 140q6-74 68-76t68 76q-30-40-68-38t-68 38z';
  return [
    `<path d="${fringe}" fill="${hair ?? '#222'}"/>`,
    '<g fill="none" stroke="#2a1c16" stroke-width="5" stroke-linecap="round">',
    '<path d="M106 136q12-8 26 0M156 136q12-8 26 0"/><path d="M144 150v30q-8 8-2 10" stroke-width="3" stroke-opacity="0.5"/>',
    '<path d="M122 206q22 10 44 0" stroke="#7a3b34"/></g>',
    '<g fill="#1b1210"><circle cx="119" cy="149" r="6"/><circle cx="169" cy="149" r="6"/></g>',
  ].join('');
}
