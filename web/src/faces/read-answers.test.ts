import { describe, expect, it } from 'vitest';
import { PLACE_VALUES } from './face-layers.js';
import type { GridAnswer } from './face-network.js';
import { readAnswers } from './read-answers.js';

interface Said {
  readonly cell: number;
  readonly score: number;
  /** In pixels of the square. */
  readonly width: number;
}

/** A grid of eight by eight cells, of which some tell of a face in their middle. */
function answerWith(...said: Said[]): GridAnswer {
  const scores = new Float32Array(64).fill(-10);
  const places = new Float32Array(64 * PLACE_VALUES);
  for (const { cell, score, width } of said) {
    scores[cell] = score;
    places.set([0, 0, width, width, -8, -8, 8, -8], cell * PLACE_VALUES);
  }
  return { side: 8, anchors: 1, scores, places };
}

describe('readAnswers', () => {
  it('places a face and its points in shares of the square', () => {
    const [face] = readAnswers([answerWith({ cell: 8 * 3 + 4, score: 2, width: 32 })], 0);
    expect(face).toMatchObject({ score: 2, centre: { x: 4.5 / 8, y: 3.5 / 8 }, width: 0.25 });
    expect(face?.points.slice(0, 2)).toEqual([
      { x: 4.5 / 8 - 1 / 16, y: 3.5 / 8 - 1 / 16 },
      { x: 4.5 / 8 + 1 / 16, y: 3.5 / 8 - 1 / 16 },
    ]);
  });

  it('leaves out what is not sure enough', () => {
    expect(readAnswers([answerWith({ cell: 20, score: -0.1, width: 32 })], 0)).toEqual([]);
  });

  it('takes answers that lie over each other for one face, nearer to the surer', () => {
    const near = { cell: 27, score: 3, width: 48 };
    const beside = { cell: 28, score: 0, width: 48 };
    const faces = readAnswers([answerWith(near), answerWith(beside)], 0);
    expect(faces).toHaveLength(1);
    expect(faces[0]?.score).toBe(3);
    expect(faces[0]?.centre.x).toBeGreaterThan(3.5 / 8);
    expect(faces[0]?.centre.x).toBeLessThan(4 / 8);
  });

  it('names two people, the surer first', () => {
    const faces = readAnswers(
      [answerWith({ cell: 25, score: 1, width: 32 }, { cell: 30, score: 2, width: 32 })],
      0,
    );
    expect(faces.map(({ score }) => score)).toEqual([2, 1]);
  });
});
