import type { GlyphLattice } from './glyph-lattice.js';

/**
 * How likely a lattice holds a text and, around it, nothing but signs: the forward probability of
 * connectionist temporal classification (Graves et al., ICML 2006, §4.1).
 *
 * @param least nats below which nobody asks how likely it is: most of a list is given up after a few letters
 * @returns nats; -Infinity for less than that, and for a text with a glyph that the recogniser does not know
 */
export function scoreText(lattice: GlyphLattice, text: string, least = -Infinity): number {
  const { steps, columns, columnOf, fill, values } = lattice;
  const labels = Int32Array.from(text, (glyph) => columnOf.get(glyph) ?? 0);
  if (labels.length === 0 || labels.includes(0)) return -Infinity;
  // Odd places are the text's glyphs, even ones the blanks after them; place 0 is what comes before.
  const last = 2 * labels.length;
  let places = new Float64Array(last + 1);
  let next = new Float64Array(last + 1);
  places[0] = 1;
  let after = 0;
  let nats = 0;
  for (let step = 0; step < steps; step += 1) {
    const offset = step * columns;
    const blank = values[offset] ?? 0;
    let filled = 0;
    for (const column of fill) filled += values[offset + column] ?? 0;
    after = after * (blank + filled) + ((places[last] ?? 0) + (places[last - 1] ?? 0)) * filled;
    const before = (places[0] ?? 0) * (blank + filled);
    next[0] = before;
    let sum = after + before;
    for (let place = 1; place <= last; place += 2) {
      const label = labels[(place - 1) >> 1] ?? 0;
      const own = places[place] ?? 0;
      let reached = own + (places[place - 1] ?? 0);
      // A glyph may follow another without a blank between them, unless both are the same.
      if (place > 1 && label !== labels[(place - 3) >> 1]) reached += places[place - 2] ?? 0;
      const seen = reached * (values[offset + label] ?? 0);
      const silent = (own + (places[place + 1] ?? 0)) * blank;
      next[place] = seen;
      next[place + 1] = silent;
      sum += seen + silent;
    }
    nats += Math.log(sum);
    if (nats < least || sum === 0) return -Infinity;
    const scale = 1 / sum;
    for (let place = 0; place <= last; place += 1) next[place] = (next[place] ?? 0) * scale;
    after *= scale;
    [places, next] = [next, places];
  }
  return nats + Math.log((places[last] ?? 0) + (places[last - 1] ?? 0) + after);
}

/** The likeliest way through the lattice, whatever it reads. Nats. */
export function scoreBestPath({ steps, columns, values }: GlyphLattice): number {
  let nats = 0;
  for (let step = 0; step < steps; step += 1)
    nats += Math.log(Math.max(...values.subarray(step * columns, (step + 1) * columns)));
  return nats;
}
