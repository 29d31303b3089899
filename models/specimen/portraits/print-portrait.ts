import sharp from 'sharp';
import type { RasterImage } from '../../image/raster-image.js';
import { clampRegion, type Region } from '../../image/region.js';
import { addNoise } from '../scene/add-noise.js';
import { openRaster, readRaster } from '../scene/sharp-raster.js';
import type { SpecimenRandom } from '../specimen-random.js';
import type { PortraitPrint } from './plan-portrait-print.js';

/** Of the drawn portrait, before it is set into a card; 3:4. */
const PRINTED = { width: 288, height: 384 } as const;

/**
 * A person's photograph as the portrait of a card: head and shoulders, 3:4, as JPEG.
 *
 * @param face the detector's box in pixels of the photograph
 */
export async function printPortrait(
  photograph: RasterImage,
  face: Region,
  { print, random }: { readonly print: PortraitPrint; readonly random: SpecimenRandom },
): Promise<Uint8Array> {
  const framed = await frameHead(photograph, face, print);
  const before = print.backdrop === null ? framed : await hangBackdrop(framed, print);
  const kept = {
    width: print.keptWidthPx,
    height: Math.round((print.keptWidthPx * PRINTED.height) / PRINTED.width),
  };
  const filed = await openRaster(before)
    .resize(kept)
    .modulate({ saturation: print.saturation })
    .linear(print.contrast, 128 * (1 - print.contrast) + print.brightness)
    .jpeg({ quality: print.jpegQuality })
    .toBuffer();
  const printed = await readRaster(sharp(filed).resize(PRINTED));
  const grained = addNoise(printed, print.grain, random);
  return await openRaster(grained).jpeg({ quality: 95 }).toBuffer();
}

/** Where the photograph ends its edge is drawn on, as plain walls behind people go on. */
async function frameHead(
  photograph: RasterImage,
  face: Region,
  { faceShare, faceMiddle }: PortraitPrint,
): Promise<RasterImage> {
  const height = face.height / faceShare;
  const width = (height * PRINTED.width) / PRINTED.height;
  const wanted = {
    left: Math.round(face.left + face.width / 2 - width / 2),
    top: Math.round(face.top + face.height / 2 - height * faceMiddle),
    width: Math.round(width),
    height: Math.round(height),
  };
  const inside = clampRegion(wanted, photograph);
  const cut = await readRaster(openRaster(photograph).extract(inside));
  const extended = openRaster(cut).extend({
    left: inside.left - wanted.left,
    top: inside.top - wanted.top,
    right: wanted.left + wanted.width - inside.left - inside.width,
    bottom: wanted.top + wanted.height - inside.top - inside.height,
    extendWith: 'copy',
  });
  return await readRaster(sharp(await extended.png().toBuffer()).resize(PRINTED));
}

/** The colour shows outside a soft outline of head and shoulders. */
async function hangBackdrop(
  head: RasterImage,
  { backdrop, faceShare, faceMiddle }: PortraitPrint,
): Promise<RasterImage> {
  const { width, height } = PRINTED;
  const [x, y] = [width / 2, height * (faceMiddle - 0.04)];
  const [across, down] = [height * faceShare * 0.56, height * faceShare * 0.8];
  const shoulders = `M0 ${String(height)}Q${String(width * 0.04)} ${String(height * 0.74)} ${String(x)} ${String(height * 0.7)}T${String(width)} ${String(height)}z`;
  const drawing = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">`,
    '<filter id="soft"><feGaussianBlur stdDeviation="5"/></filter>',
    `<mask id="around"><rect width="100%" height="100%" fill="#fff"/><g filter="url(#soft)" fill="#000">`,
    `<ellipse cx="${String(x)}" cy="${String(y)}" rx="${String(across)}" ry="${String(down)}"/>`,
    `<path d="${shoulders}"/></g></mask>`,
    `<rect width="100%" height="100%" fill="${backdrop ?? '#fff'}" mask="url(#around)"/></svg>`,
  ].join('');
  return await readRaster(
    sharp(
      await openRaster(head)
        .composite([{ input: Buffer.from(drawing) }])
        .png()
        .toBuffer(),
    ),
  );
}
