import { describe, expect, it } from 'vitest';
import { RECOGNISER_MODELS } from '../../text/text-recogniser.js';
import { calibrateConfidence } from './calibrate-confidence.js';
import { readCalibration } from './calibration.js';
import { FEATURES } from './confidence-features.js';

/** A model whose probability is the logistic function of its one feature. */
const model = (sure: number | null) => ({ bias: 0, weights: [1], sure });
const oddsOf = (probability: number) => Math.log(probability / (1 - probability));

describe('calibrated confidence', () => {
  it('calls sure what lies above the point that held-out cards chose, and nothing below', () => {
    expect(calibrateConfidence([oddsOf(0.951)], model(0.95))).toBeGreaterThanOrEqual(0.9);
    expect(calibrateConfidence([oddsOf(0.949)], model(0.95))).toBeLessThan(0.9);
    expect(calibrateConfidence([oddsOf(0.999)], model(null))).toBeLessThan(0.9);
  });

  it('rises with the probability and never says certain', () => {
    const values = [0.1, 0.5, 0.94, 0.96, 0.999, 0.99999].map((probability) =>
      calibrateConfidence([oddsOf(probability)], model(0.95)),
    );
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.at(-1)).toBeLessThan(1);
  });
});

describe('the committed calibration', () => {
  it.each(RECOGNISER_MODELS)(
    'of %s was fitted on the features that the reader computes',
    (name) => {
      expect(() => readCalibration(name)).not.toThrow();
    },
  );

  it('is refused when it was fitted on others', () => {
    const stale = { madeBy: null, features: FEATURES.slice(1), fields: {} };
    expect(() => readCalibration('own', stale)).toThrow('calibrate:ktp');
  });
});
