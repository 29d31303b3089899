import {
  spellLattice,
  toLattice,
  type GlyphLattice,
  type ScoredStretch,
} from '../../text/glyph-lattice.js';
import { chooseEntry, type Choice } from './choose-entry.js';
import { lettersOf } from './closed-lists.js';
import { editDistance } from './edit-distance.js';

export interface Snap {
  readonly value: string;
  /** Letters that differ from what was read; 0 for an exact reading. */
  readonly distance: number;
  /** Absent for an exact reading. */
  readonly choice?: Choice;
}

/** A text and where it was read; no scores where the reader tells none. */
export interface ListedText {
  readonly text: string;
  readonly scores?: readonly ScoredStretch[] | undefined;
}

/** What was seen where the text was read; made of its letters where the reader tells no scores. */
export function latticeOf({ text, scores = [] }: ListedText): GlyphLattice {
  return toLattice(scores) ?? spellLattice(text);
}

/**
 * The entry that was meant, or `null` when it is likelier to be none, or when two are as likely: what was
 * read then stays as it is. Letters and digits alone tell an exact reading.
 *
 * @param mostNats see `chooseEntry`
 */
export function snapToList(
  wanted: ListedText,
  list: readonly string[],
  mostNats?: number,
): Snap | null {
  const { text } = wanted;
  const exact = findEntry(text, list);
  if (exact !== undefined) return { value: exact, distance: 0 };
  const chosen = chooseEntry(latticeOf(wanted), list, mostNats);
  if (chosen === null) return null;
  const { value, ...choice } = chosen;
  return { value, distance: editDistance(lettersOf(text), lettersOf(value)), choice };
}

/**
 * The entry of these letters and digits. Spaces alone tell LUBUK PAKAM III from LUBUK PAKAM I II: of such
 * entries it is the one whose spelling is nearest.
 */
export function findEntry(text: string, list: readonly string[]): string | undefined {
  const wanted = lettersOf(text);
  return list
    .filter((value) => lettersOf(value) === wanted)
    .sort((a, b) => editDistance(text, a) - editDistance(text, b))[0];
}
