import type { GlyphLattice } from '../../text/glyph-lattice.js';
import { scoreBestPath, scoreText } from '../../text/score-text.js';
import { lettersOf } from './closed-lists.js';

/** A value that a grammar chose, and what speaks against it. Nats. */
export interface Choice {
  /** How much likelier the glyphs would be if the value were free. */
  readonly penalty: number;
  /** How much less likely the next value is. */
  readonly margin: number;
}

export interface ChosenEntry extends Choice {
  readonly value: string;
}

/**
 * Nats for each letter of an entry. On 320 cards of the tune split with several faults, all 32 misread areas,
 * religions, marital statuses and occupations whose best entry costs no more are that entry; what is on no
 * list costs 2.4 and more (ADR 0036).
 */
const MAX_PENALTY_PER_LETTER = 0.8;

/** The best of two entries has to be twice as likely. */
export const MIN_MARGIN = Math.log(2);

/**
 * The entry of a list that the print is likeliest to be, or `null` when it is likelier to be none.
 *
 * @param mostNats penalty of any entry, for lists that may lack a value: a letter that was surely seen and
 *   that no entry has costs more
 */
export function chooseEntry(
  lattice: GlyphLattice,
  list: readonly string[],
  mostNats = Infinity,
): ChosenEntry | null {
  const most = (value: string) =>
    Math.min(MAX_PENALTY_PER_LETTER * lettersOf(value).length, mostNats);
  const [best] = rankEntries(lattice, list, Math.max(0, ...list.map(most)) + MOST_MARGIN);
  if (best === undefined || best.margin < MIN_MARGIN) return null;
  return best.penalty <= most(best.value) ? best : null;
}

/** Nats by which a rival may be less likely and still be told. */
const MOST_MARGIN = 10;

/** The entries that cost no more, the likeliest first. */
export function rankEntries(
  lattice: GlyphLattice,
  list: readonly string[],
  mostNats: number,
): ChosenEntry[] {
  const free = scoreBestPath(lattice);
  const ranked = list
    .map((value) => ({ value, penalty: free - scoreText(lattice, value, free - mostNats) }))
    .filter(({ penalty }) => penalty <= mostNats)
    .sort((a, b) => a.penalty - b.penalty);
  return ranked.map((entry, at) => ({
    ...entry,
    margin: (ranked[at + 1]?.penalty ?? Infinity) - entry.penalty,
  }));
}
