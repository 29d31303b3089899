import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { FaceFinder } from '../../face/face-finder.js';
import { locateMainFace } from '../../face/locate-main-face.js';
import { decodeImage } from '../../image/decode-image.js';
import type { RasterImage } from '../../image/raster-image.js';
import { wholeRegion } from '../../image/region.js';
import { resizeRegion } from '../../image/resize-region.js';
import type { Split } from '../../specimen/generate/seed-split.js';
import { tightFaceBox } from '../liveness-crop.js';
import { buildPyramid, toLightImage } from './light-image.js';
import type { PortrayedHead } from './portrayed-face.js';
import { choosePhotographs, findPeople } from './split-people.js';

/** More than a camera shows of it, and much slower. */
const MAX_SIDE_PX = 1400;

export interface Portrait extends PortrayedHead {
  /** Path below the folder of faces. */
  readonly file: string;
  /** See `findPeople`. */
  readonly person: string;
}

/** The photographs of a split that show one face; others are left out. */
export async function readPortraits(
  folder: string,
  split: Split,
  finder: FaceFinder,
): Promise<Portrait[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /\.(jpe?g|png|webp)$/i.test(name)).sort();
  const people = findPeople(files, await readSame(folder));
  const portraits: Portrait[] = [];
  for (const file of choosePhotographs(people, split)) {
    const image = await shrink(await decodeImage(await readFile(join(folder, file))));
    const { face } = await locateMainFace(finder, image);
    if (face === null) continue;
    const { width, height } = image;
    const content = buildPyramid(toLightImage(image));
    const box = tightFaceBox(face.landmarks);
    const { landmarks } = face;
    const person = people.get(file) ?? file;
    portraits.push({ content, width, height, box, landmarks, file, person });
  }
  return portraits;
}

/** `pairs.csv` with the columns a, b and same, where there is one. */
async function readSame(folder: string): Promise<{ a: string; b: string }[]> {
  const text = await readFile(join(folder, 'pairs.csv'), 'utf8').catch(() => 'a,b,same\n');
  const rows = parse<Record<string, string>>(text, { columns: true, trim: true });
  return rows.filter(({ same }) => same === '1').map(({ a = '', b = '' }) => ({ a, b }));
}

async function shrink(image: RasterImage): Promise<RasterImage> {
  const factor = MAX_SIDE_PX / Math.max(image.width, image.height);
  if (factor >= 1) return image;
  const size = {
    width: Math.round(image.width * factor),
    height: Math.round(image.height * factor),
  };
  return await resizeRegion(image, wholeRegion(image), size);
}
