import { describe, expect, it } from 'vitest';
import { outcomeWords } from './page/loan-outcome.js';
import { maskNik, maskNikMembers } from './page/mask.js';
import { wordsFor } from './page/reason-words.js';
import { describeStanding } from './page/standing.js';

describe('masking the NIK', () => {
  it('shows the last four digits alone and keeps the length', () => {
    expect(maskNik('0000000000001234')).toBe('••••••••••••1234');
    expect(maskNik('12')).toBe('12');
  });

  it('finds the NIK wherever it is in an answer and leaves the rest', () => {
    const body = {
      status: 'COMPLETED',
      submissionDetails: { ktpDetails: { nik: '0000000000001234', name: 'X' } },
    };
    expect(maskNikMembers(body)).toEqual({
      status: 'COMPLETED',
      submissionDetails: { ktpDetails: { nik: '••••••••••••1234', name: 'X' } },
    });
    expect(body.submissionDetails.ktpDetails.nik).toBe('0000000000001234');
    expect(maskNikMembers({ list: [{ nik: null }] })).toEqual({ list: [{ nik: null }] });
  });
});

describe('what the person is told', () => {
  const open = { status: 'IN_PROGRESS', result: null, reasonCode: null };

  it('takes the verdict from the callback, whatever the address says', () => {
    const valid = { status: 'COMPLETED', result: 'VALID', reasonCode: null };
    expect(describeStanding(valid, 'SESSION_TIMEOUT').headline).toBe('You are verified');
    expect(describeStanding(open, null).headline).toMatch(/Waiting/);
  });

  it('tells a rejection from a technical end and from an early return', () => {
    const rejected = { status: 'COMPLETED', result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' };
    const failed = { status: 'ERROR', result: null, reasonCode: 'SESSION_TIMEOUT' };
    expect(describeStanding(rejected, null).explanation).toContain('FACE_MATCH_FAILED');
    expect(describeStanding(failed, null).explanation).toContain('SESSION_TIMEOUT');
    expect(describeStanding(open, 'PENDING').explanation).toContain('PENDING');
  });
});

describe('words for a reason code', () => {
  const rejected = (reasonCode: string | null) => wordsFor({ state: 'REJECTED', reasonCode });

  it('tell the person what to do better', () => {
    expect(rejected('KTP_PHOTOCOPY').next).toContain('original');
    expect(rejected('FACE_MATCH_FAILED').what).toContain('selfie');
    expect(rejected('KTP_BLURRY').what).toContain('clear');
  });

  it('tell nothing of a suspicion, and take a code that is not known like the others', () => {
    const unknown = rejected('SOMETHING_NEW');
    expect(rejected('FRAUD_REJECT')).toEqual(unknown);
    expect(rejected('KTP_TAMPERED')).toEqual(unknown);
    expect(rejected(null)).toEqual(unknown);
    expect(rejected('constructor')).toEqual(unknown);
  });

  it('do not blame the person for a technical failure', () => {
    const failed = wordsFor({ state: 'FAILED', reasonCode: 'REFERENCE_IMAGE_UNAVAILABLE' });
    expect(failed.what).toContain('not your fault');
  });
});

describe('what an applicant is told of the registry', () => {
  it('is a yes for a match alone, and no refusal when nobody answers', () => {
    expect(outcomeWords({ outcome: 'MATCH' }).tone).toBe('good');
    expect(outcomeWords({ outcome: 'NOT_FOUND' }).tone).toBe('bad');
    expect(outcomeWords({ outcome: 'UNAVAILABLE' }).tone).toBe('waiting');
    expect(outcomeWords({ outcome: 'SOMETHING_NEW' }).tone).toBe('waiting');
  });

  it('names what differs', () => {
    const { text } = outcomeWords({ outcome: 'MISMATCH', fields: ['name', 'dateOfBirth'] });
    expect(text).toContain('the name and the date of birth');
  });
});
