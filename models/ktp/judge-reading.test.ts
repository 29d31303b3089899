import { describe, expect, it } from 'vitest';
import { toSign, type CardSignName } from '../card/card-sign.js';
import { judgeReading, type Evidence } from './judge-reading.js';
import { KTP_THRESHOLDS } from './thresholds.js';

const READABLE: Evidence = {
  sureLines: 30,
  isKtp: true,
  hasLabel: true,
  ktpConfidence: { nik: 0.99, name: 0.99, dateOfBirth: 0.99 },
  impossibleNik: null,
  placement: 'PLACED',
  signs: [toSign('blur', 0.1, 0.8), toSign('glare', 0, 1), toSign('screen', 20, 300)],
};
const judge = (changes: Partial<Evidence>) =>
  judgeReading({ ...READABLE, ...changes }, KTP_THRESHOLDS);
const NOTHING = { isKtp: false, hasLabel: false, sureLines: 0, ktpConfidence: {} } as const;
const faults = (...names: CardSignName[]) => names.map((name) => toSign(name, 0.9, 0.5));
const reasonOf = (changes: Partial<Evidence>) => judge(changes).reasonCode;

describe('judgeReading', () => {
  it('passes a readable card', () => {
    expect(judge({})).toEqual({ verdict: 'PASS', reasonCode: null });
  });

  it.each(['nik', 'name', 'dateOfBirth'] as const)('asks again when %s is unsure', (field) => {
    const ktpConfidence = { ...READABLE.ktpConfidence, [field]: 0.3 };
    expect(judge({ ktpConfidence })).toEqual({ verdict: 'RETRY', reasonCode: 'KTP_NOT_READABLE' });
  });

  it.each([
    ['KTP_BLURRY', 'blur'],
    ['KTP_BLURRY', 'motion'],
    ['KTP_DARK', 'darkness'],
  ] as const)('says %s for %s only where too little was read', (reasonCode, name) => {
    const signs = faults(name);
    expect(judge({ signs, ktpConfidence: {} })).toEqual({ verdict: 'RETRY', reasonCode });
    expect(judge({ signs }).verdict).toBe('PASS');
  });

  it('passes nothing on that was read nearly without light', () => {
    const signs = [toSign('darkness', 1 - 5 / 255, 0.8)];
    expect(judge({ signs })).toEqual({ verdict: 'RETRY', reasonCode: 'KTP_DARK' });
  });

  it.each([
    ['KTP_TOO_SMALL', 'size'],
    ['KTP_OVEREXPOSED', 'overexposure'],
    ['KTP_CROPPED', 'crop'],
    ['KTP_OBSTRUCTED', 'obstruction'],
    ['KTP_GLARE', 'glare'],
    ['KTP_SCREEN_CAPTURE', 'screen'],
    ['KTP_PHOTOCOPY', 'photocopy'],
    ['KTP_PHOTOCOPY', 'print'],
    ['KTP_TAMPERED', 'pasting'],
    ['NOT_EKTP', 'portrait'],
  ] as const)('asks again with %s for %s, however sure the reading', (reasonCode, name) => {
    expect(judge({ signs: faults(name) })).toEqual({ verdict: 'RETRY', reasonCode });
  });

  it.each([
    ['KTP_CROPPED', 'FEW_LABELS'],
    ['KTP_NOT_FOUND', 'NOT_AS_CARD'],
  ] as const)('asks again with %s where the surface was not seen: %s', (reasonCode, placement) => {
    expect(judge({ placement })).toEqual({ verdict: 'RETRY', reasonCode });
    expect(reasonOf({ placement, impossibleNik: 0.99 })).toBe(reasonCode);
    expect(reasonOf({ placement, ktpConfidence: {} })).toBe('KTP_NOT_READABLE');
    expect(reasonOf({ placement, signs: faults('size') })).toBe('KTP_TOO_SMALL');
  });

  it('blames print that is nearly too soft for what could not be read, and only then', () => {
    const soft = [toSign('blur', 0.81, 0.84)];
    const crisp = [toSign('blur', 0.5, 0.84)];
    expect(judge({ signs: soft }).verdict).toBe('PASS');
    expect(reasonOf({ signs: soft, ktpConfidence: {} })).toBe('KTP_BLURRY');
    expect(reasonOf({ signs: crisp, ktpConfidence: {} })).toBe('KTP_NOT_READABLE');
    expect(reasonOf({ ...NOTHING, signs: soft })).toBe('KTP_BLURRY');
  });

  it('asks for a better picture before it doubts the card', () => {
    expect(reasonOf({ signs: faults('photocopy', 'glare') })).toBe('KTP_GLARE');
    expect(reasonOf({ signs: faults('screen', 'blur'), ktpConfidence: {} })).toBe('KTP_BLURRY');
    expect(reasonOf({ signs: faults('photocopy', 'screen') })).toBe('KTP_SCREEN_CAPTURE');
    expect(reasonOf({ signs: faults('pasting', 'print') })).toBe('KTP_PHOTOCOPY');
    expect(reasonOf({ signs: faults('pasting', 'obstruction') })).toBe('KTP_OBSTRUCTED');
  });

  it('rejects an impossible NIK that was read surely, and asks again otherwise', () => {
    expect(judge({ impossibleNik: 0.97 })).toEqual({
      verdict: 'REJECT',
      reasonCode: 'NIK_INVALID',
    });
    const retry = { verdict: 'RETRY', reasonCode: 'KTP_NOT_READABLE' };
    expect(judge({ impossibleNik: 0.9 })).toEqual(retry);
    expect(judge({ impossibleNik: 0.97, signs: faults('blur') })).toEqual(retry);
  });
});

describe('judging what is no KTP', () => {
  it('tells another document from nothing at all', () => {
    expect(reasonOf({ ...NOTHING, sureLines: 8 })).toBe('NOT_EKTP');
    expect(reasonOf({ ...NOTHING, signs: [] })).toBe('KTP_NOT_FOUND');
  });

  it('names the fault of a bad picture on which a label or nothing was seen', () => {
    const signs = faults('motion');
    expect(reasonOf({ ...NOTHING, hasLabel: true, sureLines: 4, signs })).toBe('KTP_BLURRY');
    expect(reasonOf({ ...NOTHING, signs: faults('overexposure') })).toBe('KTP_OVEREXPOSED');
    expect(reasonOf({ ...NOTHING, signs: faults('size', 'motion') })).toBe('KTP_BLURRY');
    expect(reasonOf({ ...NOTHING, signs: faults('size') })).toBe('KTP_TOO_SMALL');
    expect(reasonOf({ ...NOTHING, sureLines: 4, signs })).toBe('NOT_EKTP');
  });

  it('says that the card is cut off where its words run into the border', () => {
    expect(reasonOf({ ...NOTHING, sureLines: 9, signs: faults('crop') })).toBe('KTP_CROPPED');
  });
});
