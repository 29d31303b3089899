import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** Two photographs, as paths, and whether they show one person. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const rows = z.array(
  z.object({ a: z.string().min(1), b: z.string().min(1), same: z.enum(['0', '1']) }),
);

/** A list with the columns a, b and same (1 or 0); its paths count from its own folder. */
export async function readFacePairs(file: string): Promise<LabelledPair[]> {
  const text = await readFile(file, 'utf8');
  const parsed = rows.parse(
    parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }),
  );
  const folder = dirname(file);
  return parsed.map(({ a, b, same }) => ({
    a: resolve(folder, a),
    b: resolve(folder, b),
    same: same === '1',
  }));
}
