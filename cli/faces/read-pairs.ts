import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export interface FacePair {
  /** As written, for the output. */
  readonly a: string;
  readonly b: string;
  readonly pathA: string;
  readonly pathB: string;
  /** Whether it is one person; `null` when nobody says. */
  readonly same: boolean | null;
}

const row = z.object({
  a: z.string().min(1),
  b: z.string().min(1),
  same: z.enum(['0', '1', '']).optional(),
});

/** Reads a list of pairs; paths count from the list's own folder. @throws Error in one line */
export async function readPairs(file: string): Promise<readonly FacePair[]> {
  const rows = z.array(row).safeParse(await readRows(file));
  if (!rows.success) {
    throw new Error(`${file}: it needs the columns a, b and same, with 1 or 0 in same.`);
  }
  const folder = dirname(file);
  return rows.data.map(({ a, b, same = '' }) => ({
    a,
    b,
    pathA: resolve(folder, a),
    pathB: resolve(folder, b),
    same: same === '' ? null : same === '1',
  }));
}

async function readRows(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${file}: it cannot be read.`, { cause: error });
  }
  try {
    return parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new Error(`${file}: it is not a CSV file.`, { cause: error });
  }
}
