import type { ReadCharacter } from '../text/ctc-decode.js';
import type { Slot } from './card-slots.js';
import { GENDERS, lettersOf, PRINTED_MARITAL_STATUSES, RELIGIONS } from './closed-lists.js';
import { foldLetters } from './fold-glyphs.js';
import { OCCUPATIONS } from './occupations.js';
import { textOf } from './read-value.js';

type ValueOf = (slot: Slot) => readonly ReadCharacter[];

/** Lists without a word in common: an entry says which row it stands on. */
const LISTS: readonly (readonly [Slot, readonly string[]])[] = [
  ['gender', GENDERS],
  ['religion', RELIGIONS],
  ['maritalStatus', PRINTED_MARITAL_STATUSES],
  ['occupation', OCCUPATIONS],
  ['nationality', ['WNI']],
  ['validUntil', ['SEUMUR HIDUP']],
];

const OWNERS: ReadonlyMap<string, Slot> = new Map(
  LISTS.flatMap(([slot, list]) => list.map((entry) => [lettersOf(entry), slot] as const)),
);

/**
 * The slots with each entry of a closed list in the slot of its list. Where labels are unreadable a
 * row may be taken for the one above it, and KAWIN for a religion; the rows below it go with it. A
 * slot that holds an entry of its own keeps it.
 */
export function followLists(valueOf: ValueOf): ValueOf {
  const owners = new Map<Slot, Slot>();
  for (const [slot] of LISTS) {
    const owner = findOwner(valueOf(slot));
    if (owner !== null) owners.set(slot, owner);
  }
  const isMoved = (slot: Slot) => owners.has(slot) && owners.get(slot) !== slot;
  return (slot) => {
    if (owners.get(slot) === slot) return valueOf(slot);
    const source = [...owners].find(([from, to]) => to === slot && from !== slot);
    if (source !== undefined) return valueOf(source[0]);
    return isMoved(slot) ? [] : valueOf(slot);
  };
}

function findOwner(characters: readonly ReadCharacter[]): Slot | null {
  return OWNERS.get(lettersOf(foldLetters(textOf(characters)))) ?? null;
}
