import { expect, it } from 'vitest';
import { keepClasses } from './keep-classes.js';

/** A length-delimited field; the numbers here fit one byte. */
function field(number: number, body: readonly number[]): number[] {
  return [number * 8 + 2, body.length, ...body];
}

function text(value: string): number[] {
  return [...Buffer.from(value)];
}

function floats(values: readonly number[]): number[] {
  return [...new Uint8Array(Float32Array.from(values).buffer)];
}

/** A model whose graph has one layer of 2 × 3 weights and one of another size. */
function drawModel(): Uint8Array {
  const weights = [
    1 * 8,
    2,
    1 * 8,
    3,
    2 * 8,
    1,
    ...field(8, text('w')),
    ...field(9, floats([1, 2, 3, 4, 5, 6])),
  ];
  const other = [1 * 8, 2, 2 * 8, 1, ...field(8, text('o')), ...field(9, floats([7, 8]))];
  const output = field(12, [...field(1, text('y')), ...field(2, [9, 9])]);
  return Uint8Array.from(field(7, [...field(5, weights), ...field(5, other), ...output]));
}

it('keeps the columns of the wanted classes and every other layer', () => {
  const kept = [
    1 * 8,
    2,
    1 * 8,
    2,
    2 * 8,
    1,
    ...field(8, text('w')),
    ...field(9, floats([1, 3, 4, 6])),
  ];
  const other = [1 * 8, 2, 2 * 8, 1, ...field(8, text('o')), ...field(9, floats([7, 8]))];
  const output = field(12, field(1, text('y')));
  expect([...keepClasses(drawModel(), 3, [0, 2])]).toEqual(
    field(7, [...field(5, kept), ...field(5, other), ...output]),
  );
});

it('refuses a network that has no such layer, and what is no network', () => {
  expect(() => keepClasses(drawModel(), 4, [0])).toThrow('no layer');
  expect(() => keepClasses(Uint8Array.from([7, 255]), 3, [0])).toThrow('protocol buffers');
});
