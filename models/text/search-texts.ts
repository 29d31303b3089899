import type { GlyphLattice } from './glyph-lattice.js';

/** Texts of one form. */
export interface TextGrammar {
  /** The glyphs that may follow a beginning. */
  readonly next: (beginning: string) => readonly string[];
  readonly isComplete: (text: string) => boolean;
}

export interface FoundText {
  readonly text: string;
  /** How likely, in nats. */
  readonly nats: number;
}

/** Beginnings that are followed: a wrong one that looks better for a while must not push out the right. */
const WIDTH = 32;
/** Of all of them together; what is less likely than this does not come back. */
const MIN_SHARE = 1e-7;

/** A beginning, by how it was reached. */
interface Reached {
  /** Through a blank after its last glyph. */
  blank: number;
  /** Through that glyph. */
  glyph: number;
  /** Whole, and signs after it. */
  after: number;
}

/**
 * The likeliest texts of a grammar in a lattice, by a search over beginnings (Graves and Jaitly, ICML
 * 2014, algorithm 1) that follows only what the grammar allows.
 *
 * @returns the likeliest first; none where nothing of that form is there
 */
export function searchTexts(lattice: GlyphLattice, grammar: TextGrammar): FoundText[] {
  const { steps, columns, columnOf, fill, values } = lattice;
  let beginnings = new Map<string, Reached>();
  let before = 1;
  let nats = 0;
  for (let step = 0; step < steps; step += 1) {
    const at = (column: number) => values[step * columns + column] ?? 0;
    const chance = (glyph: string) => {
      const column = columnOf.get(glyph);
      return column === undefined ? 0 : at(column);
    };
    const blank = at(0);
    const filled = fill.reduce((sum, column) => sum + at(column), 0);
    const next = new Map<string, Reached>();
    const reach = (text: string) => {
      const reached = next.get(text) ?? { blank: 0, glyph: 0, after: 0 };
      next.set(text, reached);
      return reached;
    };
    for (const glyph of grammar.next('')) reach(glyph).glyph += before * chance(glyph);
    for (const [text, own] of beginnings) {
      const last = text.slice(-1);
      const inside = own.blank + own.glyph;
      const same = reach(text);
      same.blank += inside * blank;
      same.glyph += own.glyph * chance(last);
      if (grammar.isComplete(text)) same.after += inside * filled + own.after * (filled + blank);
      for (const glyph of grammar.next(text))
        reach(text + glyph).glyph += (glyph === last ? own.blank : inside) * chance(glyph);
    }
    before *= blank + filled;
    const all = [...next.values()].reduce((total, own) => total + totalOf(own), before);
    const kept = [...next]
      .filter(([, own]) => totalOf(own) > MIN_SHARE * all)
      .sort((a, b) => totalOf(b[1]) - totalOf(a[1]))
      .slice(0, WIDTH);
    const sum = kept.reduce((total, [, own]) => total + totalOf(own), before);
    beginnings = new Map(kept.map(([text, own]) => [text, divide(own, sum)]));
    before /= sum;
    nats += Math.log(sum);
  }
  return [...beginnings]
    .filter(([text, own]) => grammar.isComplete(text) && totalOf(own) > 0)
    .map(([text, own]) => ({ text, nats: nats + Math.log(totalOf(own)) }))
    .sort((a, b) => b.nats - a.nats);
}

function totalOf({ blank, glyph, after }: Reached): number {
  return blank + glyph + after;
}

function divide({ blank, glyph, after }: Reached, by: number): Reached {
  return { blank: blank / by, glyph: glyph / by, after: after / by };
}
