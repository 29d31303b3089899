import { rankEntries } from '../spelling/choose-entry.js';
import { lettersOf } from '../spelling/closed-lists.js';
import { editDistance } from '../spelling/edit-distance.js';
import { latticeOf, type ListedText, type Snap } from '../spelling/snap-to-list.js';

/** Nats by which the header's city is likelier than any other: one card in fifty, to 500 others. */
const CITY_BONUS = 10;
/**
 * Nats for each of its letters. The smallest print is often half gone: of 55 places of issue that were
 * misread on 320 cards of the tune split with several faults 45 are right so, and the other ten are unsure.
 */
const MAX_PENALTY_PER_LETTER = 2;

/**
 * The header's city where a place of issue was misread, or `null` when it is likelier to be another place.
 */
export function choosePlace(
  read: ListedText,
  city: string,
  places: readonly string[],
): Snap | null {
  const lattice = latticeOf(read);
  const [own] = rankEntries(lattice, [city], MAX_PENALTY_PER_LETTER * city.length);
  if (own === undefined) return null;
  const others = places.filter((place) => place !== city);
  const [other] = rankEntries(lattice, others, own.penalty);
  const margin = (other?.penalty ?? own.penalty) - own.penalty + CITY_BONUS;
  if (margin <= 0) return null;
  const distance = editDistance(lettersOf(read.text), lettersOf(city));
  return { value: city, distance, choice: { penalty: own.penalty, margin } };
}
