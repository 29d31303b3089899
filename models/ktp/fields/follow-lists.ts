import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { Slot } from '../layout/card-slots.js';
import {
  GENDERS,
  lettersOf,
  PRINTED_MARITAL_STATUSES,
  RELIGIONS,
} from '../spelling/closed-lists.js';
import { foldLetters } from '../spelling/fold-glyphs.js';
import { OCCUPATIONS } from '../spelling/occupations.js';
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
 * In which slot the value of each slot stands: an entry of a closed list belongs into the slot of its list. Where labels are unreadable a
 * row may be taken for the one above it, and KAWIN for a religion; the rows below it go with it. A
 * slot that holds an entry of its own keeps it; `null` for a slot whose value went elsewhere.
 */
export function followLists(valueOf: ValueOf): (slot: Slot) => Slot | null {
  const owners = new Map<Slot, Slot>();
  for (const [slot] of LISTS) {
    const owner = findOwner(valueOf(slot));
    if (owner !== null) owners.set(slot, owner);
  }
  const isMoved = (slot: Slot) => owners.has(slot) && owners.get(slot) !== slot;
  return (slot) => {
    if (owners.get(slot) === slot) return slot;
    const source = [...owners].find(([from, to]) => to === slot && from !== slot);
    if (source !== undefined) return source[0];
    return isMoved(slot) ? null : slot;
  };
}

function findOwner(characters: readonly ReadCharacter[]): Slot | null {
  return OWNERS.get(lettersOf(foldLetters(textOf(characters)))) ?? null;
}
