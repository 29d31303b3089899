import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fitHead } from '../../challenge/fit-head.js';
import { createFaceFinder, type FaceFinder } from '../../face/face-finder.js';
import { locateMainFace, type LocatedFace } from '../../face/locate-main-face.js';
import { wholeRegion } from '../../image/region.js';
import { resizeRegion } from '../../image/resize-region.js';
import type { WeightStore } from '../../weights/weight-store.js';
import { readPhotograph } from '../read-folder.js';

/** Longest side of the pictures that are judged. */
const SIDE_PX = 480;
/** Degrees up to which a photograph shows a face from the front, and its size in the picture. */
const FRONTAL = { yaw: 10, pitch: 15 };
const FACE_SHARE = { least: 0.15, most: 0.5 };

export interface FaceFolder {
  readonly data: string;
  /** The folder in it. */
  readonly split: string;
  readonly most: number;
}

/** The photographs of a split from which heads can be made, in the order of their names. */
export async function collectFaces(
  weights: WeightStore,
  { data, split, most }: FaceFolder,
): Promise<LocatedFace[]> {
  const finder = await createFaceFinder(weights);
  const folder = join(data, split);
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /\.(jpe?g|png)$/i.test(file))
    .sort();
  const collected: LocatedFace[] = [];
  for (const file of files) {
    if (collected.length >= most) break;
    const face = await findFrontalFace(finder, join(folder, file));
    if (face !== null) collected.push(face);
  }
  return collected;
}

async function findFrontalFace(finder: FaceFinder, path: string): Promise<LocatedFace | null> {
  const image = await readPhotograph(path, '');
  const scale = SIDE_PX / Math.max(image.width, image.height);
  const { face } = await locateMainFace(
    finder,
    await resizeRegion(image, wholeRegion(image), {
      width: Math.round(image.width * scale),
      height: Math.round(image.height * scale),
    }),
  );
  const head = face && fitHead(face.landmarks);
  if (!face || !head) return null;
  const isFrontal = Math.abs(head.yaw) <= FRONTAL.yaw && Math.abs(head.pitch) <= FRONTAL.pitch;
  const share = face.box.width / SIDE_PX;
  return isFrontal && share >= FACE_SHARE.least && share <= FACE_SHARE.most ? face : null;
}
