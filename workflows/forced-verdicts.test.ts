import { describe, expect, it } from 'vitest';
import { FLOWS } from '../contract/flow.js';
import { forceVerdicts } from './forced-verdicts.js';

const KYC_LITE = { flow: FLOWS.KYC_LITE, checks: FLOWS.KYC_LITE.checks };
const KTP_SCAN = { flow: FLOWS.KTP_SCAN, checks: FLOWS.KTP_SCAN.checks };

describe('the verdicts of a sandbox attempt', () => {
  it('all pass for VALID', () => {
    expect(forceVerdicts({ kind: 'VALID' }, 1, KYC_LITE).map(({ verdict }) => verdict)).toEqual([
      'PASS',
      'PASS',
      'PASS',
    ]);
  });

  it.each([
    ['NIK_INVALID', 'DOCUMENT'],
    ['LIVENESS_CHECK_FAILED', 'LIVENESS'],
    ['FACE_MATCH_FAILED', 'FACE_MATCH'],
    ['FRAUD_REJECT', 'LIVENESS'],
  ] as const)('reject for %s by the %s check alone', (reasonCode, check) => {
    const verdicts = forceVerdicts({ kind: 'INVALID', reasonCode }, 1, KYC_LITE);
    expect(verdicts.filter(({ verdict }) => verdict !== 'PASS')).toEqual([
      { check, verdict: 'REJECT', reasonCode },
    ]);
  });

  it('reject by the flow’s first check for a reason that none of them is about', () => {
    const forced = forceVerdicts({ kind: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' }, 1, KTP_SCAN);
    expect(forced).toEqual([
      { check: 'DOCUMENT', verdict: 'REJECT', reasonCode: 'FACE_MATCH_FAILED' },
    ]);
  });

  it('ask once for RETRY and always for EXHAUST, for the capture that the reason is about', () => {
    const asked = { check: 'LIVENESS', verdict: 'RETRY', captures: ['SELFIE'] };
    const reasonCode = 'FACE_DARK';
    const force = (kind: 'RETRY' | 'EXHAUST', attempt: number) =>
      forceVerdicts({ kind, reasonCode }, attempt, KYC_LITE)[1];
    expect(force('RETRY', 1)).toMatchObject(asked);
    expect(force('RETRY', 2)).toMatchObject({ verdict: 'PASS' });
    expect(force('EXHAUST', 2)).toMatchObject(asked);
  });
});
