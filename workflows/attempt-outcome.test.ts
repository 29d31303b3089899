import { describe, expect, it } from 'vitest';
import type { CheckVerdict } from '../contract/check-verdict.js';
import { FLOWS, type CheckName, type DocumentType } from '../contract/flow.js';
import type { ReasonCode } from '../contract/reason-code.js';
import { decideAttempt as decide, decideLateAnswer, type AttemptRules } from './attempt-outcome.js';
import { addVerdicts, openGate, takeCaptures, type CaptureGate } from './capture-gate.js';

const ID = 'a-submission';

function gateWith(verdicts: CheckVerdict[], changes: Partial<CaptureGate> = {}): CaptureGate {
  const refs = (['KTP', 'SELFIE'] as const).map((documentType) => ({
    documentType,
    key: `captures/${ID}/1/${documentType}`,
    sha256: '',
    bytes: 1,
  }));
  const gate = takeCaptures(openGate(ID, ['KTP', 'SELFIE']), refs);
  return { ...addVerdicts(gate, verdicts), ...changes };
}

const RULES: AttemptRules = { flow: FLOWS.KYC_LITE, maxAttempts: 3 };
const decideAttempt = (gate: CaptureGate, rules = RULES) => decide(gate, rules);

const pass = (check: CheckName): CheckVerdict => ({ check, verdict: 'PASS' });
const reject = (check: CheckName, reasonCode: ReasonCode): CheckVerdict => ({
  check,
  verdict: 'REJECT',
  reasonCode,
});
const retry = (
  check: CheckName,
  reasonCode: ReasonCode,
  ...captures: DocumentType[]
): CheckVerdict => ({ check, verdict: 'RETRY', reasonCode, captures });
const invalid = (reasonCode: ReasonCode) => ({
  kind: 'END',
  outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode },
});

describe('decideAttempt', () => {
  it('ends VALID when every check passes', () => {
    const gate = gateWith([pass('DOCUMENT'), pass('LIVENESS'), pass('FACE_MATCH')]);
    expect(decideAttempt(gate)).toEqual({
      kind: 'END',
      outcome: { status: 'COMPLETED', result: 'VALID', reasonCode: null },
    });
  });

  it('does not count a face match whose card could not be judged', () => {
    const gate = gateWith([
      retry('DOCUMENT', 'KTP_BLURRY', 'KTP'),
      pass('LIVENESS'),
      reject('FACE_MATCH', 'FACE_MATCH_FAILED'),
    ]);
    expect(decideAttempt(gate)).toMatchObject({ kind: 'RETRY', reasonCode: 'KTP_BLURRY' });
  });

  it('does not count a face match whose selfie is in doubt', () => {
    const gate = gateWith([
      pass('DOCUMENT'),
      retry('LIVENESS', 'FACE_DARK', 'SELFIE'),
      reject('FACE_MATCH', 'FACE_MATCH_FAILED'),
    ]);
    expect(decideAttempt(gate)).toMatchObject({ reasonCode: 'FACE_DARK', captures: ['SELFIE'] });
  });

  it('lets a rejection win over a retry of another check', () => {
    const gate = gateWith([
      retry('DOCUMENT', 'KTP_BLURRY', 'KTP'),
      reject('LIVENESS', 'LIVENESS_CHECK_FAILED'),
    ]);
    expect(decideAttempt(gate)).toEqual(invalid('LIVENESS_CHECK_FAILED'));
  });

  it('tells the first rejection in the order document, liveness, face match', () => {
    const gate = gateWith([
      reject('LIVENESS', 'LIVENESS_CHECK_FAILED'),
      reject('DOCUMENT', 'NIK_INVALID'),
    ]);
    expect(decideAttempt(gate)).toEqual(invalid('NIK_INVALID'));
  });

  it('unites the captures to take again and tells the first reason', () => {
    const gate = gateWith([
      retry('LIVENESS', 'FACE_DARK', 'SELFIE'),
      retry('DOCUMENT', 'KTP_GLARE', 'KTP'),
    ]);
    expect(decideAttempt(gate)).toEqual({
      kind: 'RETRY',
      reasonCode: 'KTP_GLARE',
      captures: ['KTP', 'SELFIE'],
      lastVerdictCode: null,
      challengeDue: 'NONE',
    });
  });

  it('names a capture once that two checks ask for', () => {
    const both = gateWith([
      retry('DOCUMENT', 'KTP_GLARE', 'KTP'),
      retry('LIVENESS', 'FACE_DARK', 'SELFIE', 'KTP'),
    ]);
    expect(decideAttempt(both)).toMatchObject({ captures: ['KTP', 'SELFIE'] });
  });

  it('remembers the verdict code behind a retry', () => {
    const gate = gateWith([
      retry('DOCUMENT', 'KTP_GLARE', 'KTP'),
      retry('LIVENESS', 'LIVENESS_CHECK_FAILED', 'SELFIE'),
    ]);
    expect(decideAttempt(gate)).toMatchObject({
      reasonCode: 'KTP_GLARE',
      lastVerdictCode: 'LIVENESS_CHECK_FAILED',
    });
  });

  it('ends with MAX_ATTEMPTS_REACHED when only quality stood in the way', () => {
    const gate = gateWith([retry('DOCUMENT', 'KTP_GLARE', 'KTP')], { tries: { KTP: 3 } });
    expect(decideAttempt(gate)).toEqual(invalid('MAX_ATTEMPTS_REACHED'));
  });

  it('ends with the verdict code of an earlier attempt when the last one had none', () => {
    const gate = gateWith([retry('DOCUMENT', 'KTP_GLARE', 'KTP')], {
      tries: { KTP: 3 },
      lastVerdictCode: 'NOT_EKTP',
    });
    expect(decideAttempt(gate)).toEqual(invalid('NOT_EKTP'));
  });

  it('counts attempts for each capture: three selfies do not use up the card', () => {
    const gate = gateWith([retry('DOCUMENT', 'KTP_GLARE', 'KTP'), pass('LIVENESS')], {
      tries: { KTP: 1, SELFIE: 3 },
    });
    expect(decideAttempt(gate)).toMatchObject({ kind: 'RETRY', captures: ['KTP'] });
  });
});

describe('decideLateAnswer', () => {
  const late = {
    check: 'LIVENESS',
    verdict: 'RETRY',
    reasonCode: 'CHALLENGE_FAILED',
    captures: ['SELFIE'],
  } as const;
  const decideAfter = (selfies: number, challengeDue: 'AGAIN' | 'UNTOLD' = 'AGAIN') =>
    decideLateAnswer(gateWith([pass('DOCUMENT'), late], { tries: { SELFIE: selfies } }), late, {
      ...RULES,
      challengeDue,
    });

  it('draws a challenge again, which is no other one', () => {
    expect(decideAfter(2)).toMatchObject({ captures: ['SELFIE'], challengeDue: 'AGAIN' });
  });

  it('ends as the tries at the selfie are used up', () => {
    expect(decideAfter(3)).toEqual(invalid('MAX_ATTEMPTS_REACHED'));
  });

  it('uses up nothing where the question came too late', () => {
    expect(decideAfter(3, 'UNTOLD')).toMatchObject({ kind: 'RETRY', challengeDue: 'UNTOLD' });
  });
});
