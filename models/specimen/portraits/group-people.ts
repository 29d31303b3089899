import type { LabelledPair } from './read-face-pairs.js';

/**
 * The person that each photograph shows, by the name of one of their photographs: pairs marked the
 * same are joined, and whoever is not joined is taken to be another person.
 */
export function groupPeople(pairs: readonly LabelledPair[]): ReadonlyMap<string, string> {
  const people = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((file) => [file, file]));
  for (const { a, b } of pairs.filter(({ same }) => same)) {
    const [kept, dropped] = [people.get(a), people.get(b)];
    for (const [file, person] of people) if (person === dropped && kept) people.set(file, kept);
  }
  return people;
}
