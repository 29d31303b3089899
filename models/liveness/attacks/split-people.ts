import type { Split } from '../../specimen/generate/seed-split.js';

export interface SamePerson {
  readonly a: string;
  readonly b: string;
}

/** Of five people three are learned from, one tunes and one judges. */
const SHARES: readonly Split[] = ['train', 'tune', 'train', 'test', 'train'];

/**
 * The photographs of one split. People are split, not photographs: a face that was learned from must
 * not be judged. Photographs that `same` links show one person, all others a person each.
 *
 * @param files paths below the folder of faces
 */
export function choosePhotographs(
  files: readonly string[],
  same: readonly SamePerson[],
  split: Split,
): string[] {
  const people = new Map(files.map((file) => [file, file]));
  for (const { a, b } of same) {
    const [kept, dropped] = [people.get(a), people.get(b)];
    if (kept === undefined || dropped === undefined) continue;
    for (const [file, person] of people) if (person === dropped) people.set(file, kept);
  }
  const order = [...new Set([...people.values()].sort())];
  return files.filter(
    (file) => SHARES[order.indexOf(people.get(file) ?? file) % SHARES.length] === split,
  );
}
