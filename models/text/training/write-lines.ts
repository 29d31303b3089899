import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** One line of a card as the recogniser is given it, to learn from. */
export interface TrainingLine {
  readonly text: string;
  readonly width: number;
  /** 32 rows of `width` greys. */
  readonly levels: Uint8Array;
  /** Height of the capitals in the photograph, pixels. */
  readonly capPx: number;
}

/** What is read on cards may be personal data: for nobody else on the machine. */
const MODE = 0o600;

/**
 * Writes one file of greys, 32 rows of each line's width after one another, and one of JSON lines that say in
 * the same order the text, the width and the height of the capitals. The second has its name when both are whole: a
 * training that runs takes a half for all there is.
 *
 * @param name of both files, which begins with the split and a dash
 * @param cards the lines of each
 * @returns how many lines there were
 */
export async function writeLines(
  folder: string,
  name: string,
  cards: AsyncIterable<readonly TrainingLine[]>,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const greys = await open(join(folder, `${name}.grey`), 'w', MODE);
  const told = join(folder, `${name}.jsonl`);
  const texts = await open(`${told}.part`, 'w', MODE);
  let count = 0;
  for await (const lines of cards) {
    for (const { levels, ...line } of lines) {
      const entry = { ...line, capPx: Math.round(line.capPx * 10) / 10 };
      await greys.write(levels);
      await texts.write(`${JSON.stringify(entry)}\n`);
      count += 1;
    }
  }
  await greys.close();
  await texts.close();
  await rename(`${told}.part`, told);
  return count;
}
