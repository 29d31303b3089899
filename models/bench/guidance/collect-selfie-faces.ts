import { join } from 'node:path';
import { fitHead } from '../../challenge/fit-head.js';
import { createFaceFinder } from '../../face/face-finder.js';
import { locateMainFace, type LocatedFace } from '../../face/locate-main-face.js';
import type { Split } from '../../specimen/generate/seed-split.js';
import { choosePeople } from '../../specimen/portraits/choose-people.js';
import { groupPeople } from '../../specimen/portraits/group-people.js';
import { readFacePairs } from '../../specimen/portraits/read-face-pairs.js';
import type { WeightStore } from '../../weights/weight-store.js';
import { readPhotograph } from '../read-folder.js';

/** Degrees up to which a photograph shows a face from the front. */
const FRONTAL = { yaw: 10, pitch: 15, roll: 10 } as const;

/** A photograph of one person, as the service sees it. */
export interface SelfieFace extends LocatedFace {
  /** Degrees to a side, by a head laid over 68 landmarks. */
  readonly yaw: number;
  readonly isFrontal: boolean;
  /** Whose photograph it is, by the name of one of theirs. */
  readonly person: string;
}

/** The photographs of a split's people in a folder with a list of pairs, `pairs.csv`. */
export async function collectSelfieFaces(
  weights: WeightStore,
  folder: string,
  split: Split,
): Promise<SelfieFace[]> {
  const people = groupPeople(await readFacePairs(join(folder, 'pairs.csv')));
  const chosen = new Set(choosePeople(people, split));
  const finder = await createFaceFinder(weights);
  const faces: SelfieFace[] = [];
  for (const [file, person] of [...people].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!chosen.has(person)) continue;
    const { face } = await locateMainFace(finder, await readPhotograph('', file));
    const head = face && fitHead(face.landmarks);
    if (!face || !head) continue;
    const isFrontal =
      Math.abs(head.yaw) <= FRONTAL.yaw &&
      Math.abs(head.pitch) <= FRONTAL.pitch &&
      Math.abs(head.roll) <= FRONTAL.roll;
    faces.push({ ...face, yaw: head.yaw, isFrontal, person });
  }
  return faces;
}
