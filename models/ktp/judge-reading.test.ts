import { describe, expect, it } from 'vitest';
import { assessQuality } from './assess-quality.js';
import { judgeReading, type Evidence } from './judge-reading.js';
import { BLANK_DETAILS } from './read-details.js';
import { KTP_THRESHOLDS } from './thresholds.js';

const CLEAR = { sharpness: 0.5, paper: 220, contrast: 190, lineHeight: 30 };
const READABLE: Evidence = {
  sureLines: 30,
  isKtp: true,
  hasLabel: true,
  ktpDetails: {
    ...BLANK_DETAILS,
    nik: '3171011708900001',
    name: 'BUDI CONTOH',
    dateOfBirth: '1990-08-17',
  },
  ktpConfidence: { nik: 0.99, name: 0.99, dateOfBirth: 0.99 },
  print: CLEAR,
};
const judge = (changes: Partial<Evidence>) =>
  judgeReading({ ...READABLE, ...changes }, KTP_THRESHOLDS);
const NOTHING = { isKtp: false, hasLabel: false, sureLines: 0, ktpConfidence: {} } as const;

describe('judgeReading', () => {
  it('passes a readable card', () => {
    expect(judge({})).toEqual({ verdict: 'PASS', reasonCode: null });
  });

  it('passes a NIK whose date differs from the printed one', () => {
    const ktpDetails = { ...READABLE.ktpDetails, dateOfBirth: '1991-01-01' };
    expect(judge({ ktpDetails }).verdict).toBe('PASS');
  });

  it.each(['nik', 'name', 'dateOfBirth'] as const)('asks again when %s is unsure', (field) => {
    const ktpConfidence = { ...READABLE.ktpConfidence, [field]: 0.3 };
    expect(judge({ ktpConfidence })).toEqual({ verdict: 'RETRY', reasonCode: 'KTP_NOT_READABLE' });
  });

  it.each([
    ['KTP_BLURRY', { ...CLEAR, sharpness: 0.1 }],
    ['KTP_DARK', { ...CLEAR, paper: 20 }],
  ])('says %s when that was measured and too little was read', (reasonCode, print) => {
    expect(judge({ print, ktpConfidence: {} })).toEqual({ verdict: 'RETRY', reasonCode });
    expect(judge({ print }).verdict).toBe('PASS');
  });

  it('does not trust letters that are too small, however sure the reading', () => {
    const print = { ...CLEAR, lineHeight: 6 };
    expect(judge({ print })).toEqual({ verdict: 'RETRY', reasonCode: 'KTP_TOO_SMALL' });
  });

  it('rejects an impossible NIK that was read surely, and asks again otherwise', () => {
    const ktpDetails = { ...READABLE.ktpDetails, nik: '3171011713900001' };
    expect(judge({ ktpDetails })).toEqual({ verdict: 'REJECT', reasonCode: 'NIK_INVALID' });
    const retry = { verdict: 'RETRY', reasonCode: 'KTP_NOT_READABLE' };
    const ktpConfidence = { ...READABLE.ktpConfidence, nik: 0.8 };
    expect(judge({ ktpDetails, ktpConfidence })).toEqual(retry);
    expect(judge({ ktpDetails, print: { ...CLEAR, sharpness: 0.15 } })).toEqual(retry);
  });

  it('tells another document from nothing at all', () => {
    expect(judge({ ...NOTHING, sureLines: 8 }).reasonCode).toBe('NOT_EKTP');
    expect(judge({ ...NOTHING, print: null }).reasonCode).toBe('KTP_NOT_FOUND');
  });

  it('names the fault of a bad picture on which a label was seen', () => {
    const print = { ...CLEAR, sharpness: 0.1 };
    expect(judge({ ...NOTHING, hasLabel: true, sureLines: 4, print }).reasonCode).toBe(
      'KTP_BLURRY',
    );
    expect(judge({ ...NOTHING, sureLines: 4, print }).reasonCode).toBe('NOT_EKTP');
  });
});

describe('assessQuality', () => {
  it('reports blur, and nothing where it cannot be measured', () => {
    expect(assessQuality(CLEAR, KTP_THRESHOLDS)).toEqual({ blur: 'PASS' });
    expect(assessQuality({ ...CLEAR, sharpness: 0.1 }, KTP_THRESHOLDS)).toEqual({ blur: 'FAIL' });
    expect(assessQuality({ ...CLEAR, lineHeight: 6 }, KTP_THRESHOLDS)).toEqual({});
    expect(assessQuality(null, KTP_THRESHOLDS)).toEqual({});
  });
});
