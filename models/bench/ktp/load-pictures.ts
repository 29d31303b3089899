import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { LabelledPicture } from './labelled-picture.js';
import { toWireTruth } from './to-wire-truth.js';

/**
 * `truth.json`: a list of entries, or an object that holds it as `cards`. Fields stand as they are
 * printed (dates `DD-MM-YYYY`, `-` for a dash); an entry without fields is no KTP.
 */
const entry = z.object({
  file: z.string(),
  condition: z.string().optional(),
  isKtp: z.boolean().optional(),
  fields: z.record(z.string(), z.string().nullable()).optional(),
});
const truthFile = z.union([z.array(entry), z.object({ cards: z.array(entry) })]);

type Entry = z.infer<typeof entry>;

export interface PictureFolder {
  readonly pictures: readonly LabelledPicture[];
  /** What the person who reads the figures must know about the folder. */
  readonly warnings: readonly string[];
}

/** The condition under which pictures without a truth are listed. */
export const NOT_KTP = 'not-ktp';

/**
 * All pictures of `folder`, labelled by its `truth.json` or by the one in its folder `ktp`; what
 * lies in its folder `not-ktp`, and in `negatives`, is no KTP.
 *
 * @throws Error when the folder has neither
 */
export async function loadPictures(folder: string, negatives?: string): Promise<PictureFolder> {
  const parts = [
    await loadTruth(folder, ''),
    await loadTruth(join(folder, 'ktp'), 'ktp'),
    await loadNegatives(join(folder, NOT_KTP), NOT_KTP),
    negatives === undefined ? NOTHING : await loadNegatives(negatives, basename(negatives)),
  ];
  const pictures = parts.flatMap((part) => part.pictures);
  if (pictures.length === 0) {
    throw new Error(`${folder} has no truth.json with entries, and none in a folder ktp.`);
  }
  return { pictures, warnings: parts.flatMap((part) => part.warnings) };
}

const NOTHING: PictureFolder = { pictures: [], warnings: [] };

async function loadTruth(folder: string, prefix: string): Promise<PictureFolder> {
  const files = await listFiles(folder);
  if (!files.includes('truth.json')) return NOTHING;
  const parsed = truthFile.parse(JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')));
  const entries = Array.isArray(parsed) ? parsed : parsed.cards;
  const listed = new Set(entries.map(({ file }) => file));
  const unlisted = files.filter((file) => isPicture(file) && !listed.has(file));
  const unknown = new Set(entries.flatMap(({ fields }) => toWireTruth(fields ?? {}).unknownNames));
  return {
    pictures: entries.map((own) => toPicture(own, folder, prefix)),
    warnings: [
      ...(unlisted.length === 0
        ? []
        : [`${String(unlisted.length)} pictures in ${folder} have no truth and are not judged.`]),
      ...(unknown.size === 0
        ? []
        : [`Names in the truth that are no field: ${[...unknown].join(', ')}.`]),
    ],
  };
}

function toPicture({ file, condition, isKtp, fields }: Entry, folder: string, prefix: string) {
  const isCard = isKtp ?? fields !== undefined;
  return {
    path: join(folder, file),
    file: join(prefix, file),
    condition: condition ?? (isCard ? 'unnamed' : NOT_KTP),
    isKtp: isCard,
    truth: isCard ? toWireTruth(fields ?? {}).truth : {},
  };
}

async function loadNegatives(folder: string, prefix: string): Promise<PictureFolder> {
  const files = (await listFiles(folder)).filter(isPicture).sort();
  return {
    pictures: files.map((file) => ({
      path: join(folder, file),
      file: join(prefix, file),
      condition: NOT_KTP,
      isKtp: false,
      truth: {},
    })),
    warnings: [],
  };
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function isPicture(file: string): boolean {
  return /\.(jpe?g|png|webp)$/i.test(file);
}

/** `limit` pictures spread evenly over the folder, so that every condition keeps its share. */
export function takeEvenly<T>(items: readonly T[], limit: number): T[] {
  if (limit >= items.length) return [...items];
  return Array.from({ length: limit }, (_, index) =>
    Math.floor((index * items.length) / limit),
  ).flatMap((index) => items.slice(index, index + 1));
}
