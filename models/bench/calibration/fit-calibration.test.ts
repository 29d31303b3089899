import { describe, expect, it } from 'vitest';
import { calibrateConfidence } from '../../ktp/confidence/calibrate-confidence.js';
import { FEATURES } from '../../ktp/confidence/confidence-features.js';
import { chooseSure } from './choose-sure.js';
import { fitCalibration, type Sample } from './fit-calibration.js';
import { fitLogistic, refitBias, type Example } from './fit-logistic.js';

/** Park and Miller's generator: the same numbers in every run. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Examples whose first feature carries the truth and whose second is noise. */
function invent(count: number, bias: number, weight: number): Example[] {
  const next = createNumbers(7);
  return Array.from({ length: count }, () => {
    const features = [next() * 2 - 1, next() * 2 - 1];
    const chance = 1 / (1 + Math.exp(-(bias + weight * (features[0] ?? 0))));
    return { features, isRight: next() < chance };
  });
}

describe('logistic regression', () => {
  it('finds the odds that made the examples', () => {
    const { bias, weights } = fitLogistic(invent(5000, 1, 3), ['UP', 'UP']);
    expect(bias).toBeCloseTo(1, 0);
    expect(weights[0]).toBeGreaterThan(2.6);
    expect(weights[0]).toBeLessThan(3.3);
    expect(Math.abs(weights[1] ?? 9)).toBeLessThan(0.2);
  });

  it('never lets a feature count against its direction', () => {
    const { weights } = fitLogistic(invent(2000, 1, 3), ['DOWN', 'DOWN']);
    expect(weights[0]).toBe(0);
  });

  it('stays finite where every example is right', () => {
    const all = Array.from({ length: 200 }, () => ({ features: [1], isRight: true }));
    const { bias, weights } = fitLogistic(all, ['UP']);
    const chance = 1 / (1 + Math.exp(-(bias + (weights[0] ?? 0))));
    expect(chance).toBeGreaterThan(0.99);
    expect(chance).toBeLessThan(0.9995);
  });

  it('keeps the expected weights where no example is wrong', () => {
    const all = Array.from({ length: 200 }, (_, at) => ({ features: [at % 2], isRight: true }));
    expect(fitLogistic(all, ['UP'], [3]).weights[0]).toBeCloseTo(3, 0);
  });

  it('moves the bias of a part towards its own share of errors', () => {
    const model = { bias: 2, weights: [0] };
    const bad = Array.from({ length: 100 }, (_, at) => ({ features: [0], isRight: at % 2 === 0 }));
    expect(refitBias(bad, model).bias).toBeLessThan(0.5);
    expect(refitBias([], model).bias).toBe(2);
  });
});

describe('the point of certainty', () => {
  const sureOnes = (count: number, probability: number) =>
    Array.from({ length: count }, () => ({ probability, isRight: true }));

  it('is the lowest probability with hardly an error above it', () => {
    const predictions = [
      ...sureOnes(300, 0.99),
      ...sureOnes(300, 0.95),
      ...Array.from({ length: 20 }, () => ({ probability: 0.92, isRight: false })),
    ];
    expect(chooseSure(predictions)).toBe(0.95);
  });

  it('is nowhere with too few values, or too many wrong ones', () => {
    expect(chooseSure(sureOnes(65, 0.99))).toBeNull();
    expect(chooseSure(sureOnes(66, 0.99))).toBe(0.99);
    expect(
      chooseSure([
        ...sureOnes(95, 0.99),
        ...sureOnes(1, 0.99).map(() => ({ probability: 0.99, isRight: false })),
      ]),
    ).toBeNull();
  });

  it('is never below nine in ten', () => {
    expect(chooseSure([...sureOnes(200, 0.89), ...sureOnes(10, 0.95)])).toBeNull();
  });
});

describe('calibration', () => {
  const at = FEATURES.indexOf('weakestCharacter');

  function inventNames(): Sample[] {
    const next = createNumbers(11);
    return Array.from({ length: 1500 }, (_, card) => {
      const weakest = next() * 2 - 1;
      const features = FEATURES.map((_name, index) => (index === at ? weakest : 0));
      const isRight = next() < 1 / (1 + Math.exp(-(3 + 6 * weakest)));
      return { card, field: 'name', features, isRight };
    });
  }

  it('calls values sure of which 99 in 100 are right, and no others', () => {
    const { fields, summary } = fitCalibration(inventNames());
    const [name] = summary;
    expect(name?.sure).toBeGreaterThan(300);
    expect(name?.sure).toBeLessThan(1200);
    expect(name!.sureAndWrong / name!.sure).toBeLessThan(0.0075);
    const confidence = (weakest: number) =>
      calibrateConfidence(
        FEATURES.map((_name, index) => (index === at ? weakest : 0)),
        fields.name!,
      );
    expect(confidence(0.95)).toBeGreaterThanOrEqual(0.9);
    expect(confidence(-0.2)).toBeLessThan(0.9);
    expect(confidence(-1)).toBeLessThan(confidence(-0.5));
  });

  it('calls nothing sure where the errors cannot be told from the rest', () => {
    const blind = inventNames().map((sample) => ({ ...sample, features: FEATURES.map(() => 0) }));
    const { fields } = fitCalibration(blind);
    expect(fields.name?.sure).toBeNull();
    expect(
      calibrateConfidence(
        FEATURES.map(() => 0),
        fields.name!,
      ),
    ).toBeLessThan(0.9);
  });

  it('has nothing to say of a field it saw no value of', () => {
    expect(fitCalibration(inventNames()).fields).not.toHaveProperty('nik');
  });
});
