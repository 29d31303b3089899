import type { Split } from '../../specimen/generate/seed-split.js';

export interface SamePerson {
  readonly a: string;
  readonly b: string;
}

/** Of five people three are learned from, one tunes and one judges. */
const SHARES: readonly Split[] = ['train', 'tune', 'train', 'test', 'train'];

/**
 * Whom each photograph shows, named by one of that person's photographs. Those that `same` links show
 * one person, all others a person each.
 *
 * @param files paths below the folder of faces
 */
export function findPeople(
  files: readonly string[],
  same: readonly SamePerson[],
): ReadonlyMap<string, string> {
  const people = new Map(files.map((file) => [file, file]));
  for (const { a, b } of same) {
    const [kept, dropped] = [people.get(a), people.get(b)];
    if (kept === undefined || dropped === undefined) continue;
    for (const [file, person] of people) if (person === dropped) people.set(file, kept);
  }
  return people;
}

/**
 * The photographs of one split. People are split, not photographs: a face that was learned from must
 * not be judged.
 *
 * @param people see `findPeople`
 */
export function choosePhotographs(people: ReadonlyMap<string, string>, split: Split): string[] {
  const order = [...new Set([...people.values()].sort())];
  return [...people]
    .filter(([, person]) => SHARES[order.indexOf(person) % SHARES.length] === split)
    .map(([file]) => file);
}
