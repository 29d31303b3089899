import { describe, expect, it } from 'vitest';
import type { EngineFailure } from '../engines/engine-process.js';
import { judgePicture, type EngineReading } from './judge-picture.js';
import { summarise } from './summarise.js';

const cost = { cpuMs: 1, peakRssMib: 100 };

function judge(
  { isKtp = true, condition = 'flat' }: { isKtp?: boolean; condition?: string },
  answer: Partial<EngineReading> | EngineFailure,
) {
  const truth = isKtp ? { nik: '12', name: 'BUDI' } : {};
  const picture = { path: '', file: 'a.jpg', condition, isKtp, truth };
  const whole = { isKtp, details: {}, confidence: {}, ms: 10, ...cost, ...answer };
  return judgePicture(picture, 'failure' in answer ? answer : whole);
}

const right = { nik: '12', name: 'BUDI' };

describe('summarise', () => {
  it('counts exact fields over all, by field, by condition and by card', () => {
    const summary = summarise('x', [
      judge({}, { details: right }),
      judge({ condition: 'glare' }, { details: { nik: '12', name: 'BUD' } }),
    ]);
    expect(summary.fields).toEqual({ part: 3, of: 4 });
    expect(summary.byField.slice(0, 2)).toEqual([
      { name: 'nik', part: 2, of: 2 },
      { name: 'name', part: 1, of: 2 },
    ]);
    expect(summary.byCondition).toEqual([
      { name: 'flat', part: 2, of: 2 },
      { name: 'glare', part: 1, of: 2 },
    ]);
    expect(summary.wholeCards).toEqual({ part: 1, of: 2 });
    expect(summary.characterErrors).toEqual({ part: 1, of: 12 });
  });

  it('leaves out no picture that made the engine fail', () => {
    const summary = summarise('x', [
      judge({}, { details: right }),
      judge({}, { failure: 'no answer', ms: 1000 }),
      judge({ isKtp: false }, { failure: 'no answer', ms: 1000 }),
    ]);
    expect(summary.failures).toHaveLength(2);
    expect(summary.fields).toEqual({ part: 2, of: 4 });
    expect(summary.recall).toEqual({ part: 1, of: 2 });
    expect(summary.ms.p95).toBe(1000);
  });

  it('tells precision from recall', () => {
    const summary = summarise('x', [
      judge({}, { isKtp: true }),
      judge({}, { isKtp: false }),
      judge({ isKtp: false }, { isKtp: true, verdict: 'PASS' }),
      judge({ isKtp: false }, { isKtp: false, verdict: 'RETRY' }),
    ]);
    expect(summary.precision).toEqual({ part: 1, of: 2 });
    expect(summary.recall).toEqual({ part: 1, of: 2 });
    expect(summary.passedNegatives).toEqual({ part: 1, of: 2 });
  });

  it('shows what was passed on with a wrong required field', () => {
    const summary = summarise('x', [
      judge({}, { details: right, verdict: 'PASS' }),
      judge({}, { details: { nik: '13', name: 'BUDI' }, verdict: 'PASS' }),
      judge({}, { details: {}, verdict: 'RETRY' }),
    ]);
    expect(summary.passed).toEqual({ part: 2, of: 3 });
    expect(summary.passedWrong).toEqual({ part: 1, of: 2 });
  });

  it('calibrates over the values that were read with a confidence', () => {
    const { calibration, sureByField } = summarise('x', [
      judge({}, { details: { nik: '13', name: 'BUDI' }, confidence: { nik: 0.95, name: 0.95 } }),
      judge({}, { details: {}, confidence: {} }),
    ]);
    expect(calibration).toMatchObject({ values: 2, sure: 2, sureRight: 1 });
    expect(sureByField.slice(0, 2)).toEqual([
      { name: 'nik', part: 0, of: 1 },
      { name: 'name', part: 1, of: 1 },
    ]);
  });
});
