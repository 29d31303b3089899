import { describe, expect, it } from 'vitest';
import { maskNik, maskNikMembers } from './page/mask.js';
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
