import { describe, expect, it } from 'vitest';
import { areaUnderRoc, findEqualError, findPointAt, traceRoc } from './roc.js';

const parted = { positives: [0.9, 0.8, 0.7], negatives: [0.3, 0.2] };
const mixed = { positives: [0.9, 0.6, 0.4], negatives: [0.7, 0.5, 0.1] };

describe('traceRoc', () => {
  it('goes from refusing all to accepting all', () => {
    const points = traceRoc(mixed);
    expect(points[0]).toEqual({ threshold: Infinity, truePositiveRate: 0, falsePositiveRate: 0 });
    expect(points.at(-1)).toEqual({ threshold: 0.1, truePositiveRate: 1, falsePositiveRate: 1 });
    expect(points).toHaveLength(7);
  });

  it('takes equal scores as one point', () => {
    expect(traceRoc({ positives: [0.5, 0.5], negatives: [0.5] })).toHaveLength(2);
  });
});

describe('areaUnderRoc', () => {
  it('is one where every positive outscores every negative', () => {
    expect(areaUnderRoc(parted)).toBe(1);
  });

  it('counts how often a positive outscores a negative, ties by half', () => {
    expect(areaUnderRoc(mixed)).toBeCloseTo(6 / 9);
    expect(areaUnderRoc({ positives: [0.5], negatives: [0.5] })).toBe(0.5);
  });

  it('says nothing about one class alone', () => {
    expect(areaUnderRoc({ positives: [0.5], negatives: [] })).toBeNaN();
  });
});

describe('findEqualError', () => {
  it('is zero where the classes part', () => {
    expect(findEqualError(parted)).toEqual({ rate: 0, threshold: 0.7 });
  });

  it('misses as large a share as it takes', () => {
    expect(findEqualError(mixed).rate).toBeCloseTo(1 / 3);
  });
});

describe('findPointAt', () => {
  it('finds most within the allowed share of negatives', () => {
    const points = traceRoc(mixed);
    expect(findPointAt(points, 0)).toMatchObject({ threshold: 0.9, truePositiveRate: 1 / 3 });
    expect(findPointAt(points, 0.4)).toMatchObject({ threshold: 0.6, truePositiveRate: 2 / 3 });
  });
});
