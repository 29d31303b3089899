import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { writeClip, type ClipShot } from './write-clip.js';

/** A card on a desk, for a browser's fake camera. */
export async function writeCardClip(path: string, shots: readonly ClipShot[]): Promise<void> {
  await writeClip(path, (await drawSpecimen({ seed: 51 })).jpeg, shots);
}
