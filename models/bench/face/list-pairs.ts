import { groupPeople } from '../../specimen/portraits/group-people.js';
import type { LabelledPair } from '../../specimen/portraits/read-face-pairs.js';

/**
 * Every pair of two photographs of the list. Pairs marked the same join photographs to people; those
 * of two people are taken to differ.
 */
export function listCrossPairs(pairs: readonly LabelledPair[]): LabelledPair[] {
  const people = [...groupPeople(pairs)];
  return people.flatMap(([a, person], index) =>
    people.slice(index + 1).map(([b, other]) => ({ a, b, same: person === other })),
  );
}
