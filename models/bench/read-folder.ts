import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { decodeImage } from '../image/decode-image.js';
import type { RasterImage } from '../image/raster-image.js';

/** A CSV file in the folder, one object of strings a row. */
export async function readTable(folder: string, file: string): Promise<Record<string, string>[]> {
  return parse(await readFile(join(folder, file), 'utf8'), { columns: true, trim: true });
}

export async function readPhotograph(folder: string, file: string): Promise<RasterImage> {
  return await decodeImage(await readFile(join(folder, file)));
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(2)} %`;
}
