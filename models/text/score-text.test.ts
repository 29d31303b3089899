import { describe, expect, it } from 'vitest';
import { spellLattice, toLattice, type GlyphLattice } from './glyph-lattice.js';
import { packScores } from './line-scores.js';
import { scoreBestPath, scoreText } from './score-text.js';
import { searchTexts } from './search-texts.js';

const GLYPHS = ['A', 'B', ':', ' '];

/** Probabilities of blank, A, B, the colon and the space for each step. */
function latticeOf(...steps: (readonly [number, number, number, number, number])[]): GlyphLattice {
  const values = Float32Array.from(steps.flat());
  const alphabet = GLYPHS.map((character, at) => ({ character, index: at + 1 }));
  const scores = packScores({ values, steps: steps.length, classes: 5 }, alphabet);
  const lattice = toLattice([{ scores, from: 0, to: 1 }]);
  if (lattice === null) throw new TypeError('No lattice.');
  return lattice;
}

describe('the likelihood of a text', () => {
  const lattice = latticeOf([0.5, 0.5, 0, 0, 0], [0.25, 0.25, 0.5, 0, 0]);

  it('is that of all ways to read it', () => {
    // A then blank, blank then A, and A over both steps.
    expect(Math.exp(scoreText(lattice, 'A'))).toBeCloseTo(0.125 + 0.125 + 0.125, 1);
    expect(Math.exp(scoreText(lattice, 'AB'))).toBeCloseTo(0.25, 1);
    expect(Math.exp(scoreText(lattice, 'BA'))).toBeLessThan(1e-4);
    expect(Math.exp(scoreBestPath(lattice))).toBeCloseTo(0.25, 1);
  });

  it('needs a blank between two of the same letter', () => {
    const parted = latticeOf([0, 1, 0, 0, 0], [1, 0, 0, 0, 0], [0, 1, 0, 0, 0]);
    const joined = latticeOf([0, 1, 0, 0, 0], [0, 1, 0, 0, 0], [0, 1, 0, 0, 0]);
    expect(scoreText(parted, 'AA')).toBeCloseTo(0, 2);
    expect(scoreText(joined, 'AA')).toBeLessThan(-10);
    expect(scoreText(joined, 'A')).toBeCloseTo(0, 2);
  });

  it('counts signs before and after for nothing, and other letters for much', () => {
    const around = latticeOf([0, 0, 0, 1, 0], [0, 0, 0, 0, 1], [0, 1, 0, 0, 0], [0, 0, 0, 0, 1]);
    expect(scoreText(around, 'A')).toBeCloseTo(0, 2);
    expect(scoreText(around, 'B')).toBeLessThan(-10);
  });

  it('is none for a glyph that the recogniser does not know', () => {
    expect(scoreText(lattice, 'Ä')).toBe(-Infinity);
  });
});

describe('the search for texts of a form', () => {
  const twoLetters = {
    next: (beginning: string) => (beginning.length < 2 ? ['A', 'B'] : []),
    isComplete: (text: string) => text.length === 2,
  };

  it('finds them with their likelihoods, the likeliest first', () => {
    const lattice = latticeOf([0, 0.9, 0.1, 0, 0], [1, 0, 0, 0, 0], [0, 0.4, 0.6, 0, 0]);
    const found = searchTexts(lattice, twoLetters);
    expect(found.map(({ text }) => text)).toEqual(['AB', 'AA', 'BB', 'BA']);
    for (const { text, nats } of found) expect(nats).toBeCloseTo(scoreText(lattice, text), 5);
  });

  it('finds nothing where nothing of that form is', () => {
    expect(searchTexts(latticeOf([1, 0, 0, 0, 0]), twoLetters)).toEqual([]);
  });
});

describe('the lattice of a text whose scores nobody tells', () => {
  const penalty = (read: string, text: string) => -scoreText(spellLattice(read), text);

  it('costs up to three nats a letter that differs, is missing or is too many', () => {
    expect(Math.abs(penalty('ISLAM', 'ISLAM'))).toBeLessThan(1);
    expect(penalty('LAM', 'ISLAM')).toBeGreaterThan(5);
    expect(penalty('KOTA ISLAM', 'ISLAM')).toBeGreaterThan(8);
    for (const read of ['ISIAM', 'ISAM', 'ISLLAM', 'XISLAM']) {
      expect(penalty(read, 'ISLAM')).toBeGreaterThan(1);
      expect(penalty(read, 'ISLAM')).toBeLessThan(3);
    }
  });
});

it('joins the lines of one reader by a space', () => {
  const alphabet = GLYPHS.map((character, at) => ({ character, index: at + 1 }));
  const line = (column: number) => {
    const values = new Float32Array(5);
    values[column] = 1;
    return { scores: packScores({ values, steps: 1, classes: 5 }, alphabet), from: 0, to: 1 };
  };
  const both = toLattice([line(1), line(2)]);
  expect(both === null ? NaN : scoreText(both, 'A B')).toBeCloseTo(0, 2);
  const other = { scores: { glyphs: 'AB', levels: new Uint8Array(3) }, from: 0, to: 1 };
  expect(toLattice([line(1), other])).toBeNull();
  expect(toLattice([])).toBeNull();
});
