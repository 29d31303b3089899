import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { decodeImage } from '../image/decode-image.js';
import type { RasterImage } from '../image/raster-image.js';

/** The folder behind `--data`. */
export function readDataFolder(): string {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  if (values.data === undefined) throw new Error('Name the folder of photographs: --data DIR.');
  return values.data;
}

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

/** Area under the ROC curve: how often a positive outscores a negative. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const positive of positives) {
    for (const negative of negatives) {
      wins += positive > negative ? 1 : positive === negative ? 0.5 : 0;
    }
  }
  return wins / (positives.length * negatives.length);
}

/** The value that `share` of the values lie at or below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
