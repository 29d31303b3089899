import { cropSpecimenFace } from '../../models/specimen/specimen-faces.js';
import { createWeightStore } from '../../models/weights/weight-store.js';
import { writeClip, type ClipShot } from './write-clip.js';

/** Share of the frame at which the face of the picture fills the oval. */
export const IN_OVAL = 0.52;

/** A person of an openly licensed photograph before the camera, held still. */
export async function writeFaceClip(path: string, shots: readonly ClipShot[]): Promise<void> {
  const face = { photo: 2, face: 0, margin: 0.5 } as const;
  await writeClip(path, await cropSpecimenFace(createWeightStore(), face), shots);
}
