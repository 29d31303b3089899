import sharp from 'sharp';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { cropSpecimenFace } from '../../models/specimen/specimen-faces.js';
import { createWeightStore } from '../../models/weights/weight-store.js';

/** What the cameras of the scenes see: one JPEG each, which plays as a motion JPEG of one frame. */
const VIEW = { width: 1280, height: 960 } as const;
const DESK = '#6d5a49';

/** A drawn card, on a desk, about as large as the outline. */
export async function drawCardView(): Promise<Buffer> {
  const { jpeg } = await drawSpecimen({ seed: 51 });
  const card = await sharp(jpeg).resize({ width: 1000 }).toBuffer();
  return await photograph(card);
}

/** A woman of an openly licensed photograph. */
export async function drawFaceView(): Promise<Buffer> {
  const face = await cropSpecimenFace(createWeightStore(), { photo: 2, face: 1, margin: 0.7 });
  return await photograph(await sharp(face).resize({ height: VIEW.height }).toBuffer());
}

async function photograph(subject: Buffer): Promise<Buffer> {
  const desk = sharp({ create: { ...VIEW, channels: 3, background: DESK } });
  return await desk
    .composite([{ input: subject, gravity: 'centre' }])
    .jpeg({ quality: 90 })
    .toBuffer();
}
