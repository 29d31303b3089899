import { decodeImage } from '../../models/image/decode-image.js';
import type { RasterImage } from '../../models/image/raster-image.js';
import { encodeJpeg, resizeRegion } from '../../models/image/resize-region.js';
import { wholeRegion } from '../../models/image/region.js';
import { cropSpecimenFace } from '../../models/specimen/specimen-faces.js';
import { createWeightStore } from '../../models/weights/weight-store.js';

/** What the cameras of tests see, as motion JPEG: pictures one behind the other. */
const VIEW = { width: 1280, height: 960 } as const;

/** A photograph of a drawn card, as a camera sees that is held still. */
export async function drawCardClip(photograph: Uint8Array): Promise<Uint8Array> {
  const image = await decodeImage(photograph);
  return await encodeView(await resizeRegion(image, wholeRegion(image), VIEW));
}

/**
 * Chromium takes the levels of a clip for those of video, 16 to 235, and stretches them: a card as
 * bright as it was photographed would come out blown out.
 */
async function encodeView({ data, ...size }: RasterImage): Promise<Uint8Array> {
  return await encodeJpeg({ ...size, data: data.map((level) => 16 + (level * 219) / 255) }, 92);
}

/** Longer than a challenge is recorded, at 30 frames a second. */
const FRAMES = 190;

/**
 * A woman of an openly licensed photograph, before a hand that is not quite still: a camera whose
 * pictures are all the same is no camera.
 */
export async function drawPersonClip(): Promise<Uint8Array> {
  const photograph = await cropSpecimenFace(createWeightStore(), {
    photo: 2,
    face: 1,
    margin: 1.1,
  });
  const image = await decodeImage(photograph);
  const most = Math.min(image.width, (image.height * VIEW.width) / VIEW.height);
  const frames = Array.from({ length: FRAMES }, async (_, index) => {
    const width = (most * 0.96) / (1 + 0.004 * Math.sin(index / 9));
    const height = (width * VIEW.height) / VIEW.width;
    const left = (image.width - width) / 2 + most * 0.012 * Math.sin(index / 7);
    const top = (image.height - height) / 2 + most * 0.009 * Math.sin(index / 11 + 1);
    return await encodeView(await resizeRegion(image, { left, top, width, height }, VIEW));
  });
  return Buffer.concat(await Promise.all(frames));
}
