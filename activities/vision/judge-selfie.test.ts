import { describe, expect, it } from 'vitest';
import { judgeSelfie, type SelfieEvidence, type SelfieRules } from './judge-selfie.js';

const FAILED = 'LIVENESS_CHECK_FAILED';
const rules: SelfieRules = { minScore: null, challengeUse: 'IF_IN_DOUBT' };
const live = { verdict: 'PASS', reasonCode: null, livenessScore: 0.97, isInDoubt: false } as const;
const doubtful = { ...live, livenessScore: 0.55, isInDoubt: true } as const;
const suspect = {
  verdict: 'RETRY',
  reasonCode: 'LIVENESS_CHECK_FAILED',
  livenessScore: 0.3,
  isInDoubt: true,
} as const;
const spoof = { ...suspect, verdict: 'REJECT', livenessScore: 0.01, isInDoubt: false } as const;
const dark = {
  verdict: 'RETRY',
  reasonCode: 'FACE_DARK',
  livenessScore: null,
  isInDoubt: false,
} as const;

const seen: SelfieEvidence = { passive: live, effects: [], hasFrames: true, isAnswered: null };
const judge = (evidence: Partial<SelfieEvidence>, by: Partial<SelfieRules> = {}) => {
  const { verdict, reasonCode } = judgeSelfie({ ...seen, ...evidence }, { ...rules, ...by });
  return reasonCode === null ? verdict : `${verdict} ${reasonCode}`;
};

describe('a selfie without a challenge', () => {
  it.each([
    ['a living person passes', {}, 'PASS'],
    ['doubt with frames asks for a challenge', { passive: doubtful }, 'RETRY CHALLENGE_REQUIRED'],
    ['a failed score with frames does too', { passive: suspect }, 'RETRY CHALLENGE_REQUIRED'],
    ['doubt without frames asks again', { passive: suspect, hasFrames: false }, `RETRY ${FAILED}`],
    ['a pass in doubt without frames passes', { passive: doubtful, hasFrames: false }, 'PASS'],
    ['a clear spoof ends it', { passive: spoof }, `REJECT ${FAILED}`],
    ['a dark picture is taken again', { passive: dark }, 'RETRY FACE_DARK'],
  ])('%s', (_case, evidence, then) => {
    expect(judge(evidence)).toBe(then);
  });

  it.each([
    ['NEVER', { passive: suspect }, `RETRY ${FAILED}`],
    ['NEVER', { passive: doubtful }, 'PASS'],
    ['ALWAYS', {}, 'RETRY CHALLENGE_REQUIRED'],
    ['ALWAYS', { hasFrames: false }, 'RETRY CHALLENGE_REQUIRED'],
    ['ALWAYS', { passive: dark }, 'RETRY FACE_DARK'],
    ['ALWAYS', { passive: spoof }, `REJECT ${FAILED}`],
  ] as const)('goes by the partner’s %s', (challengeUse, evidence, then) => {
    expect(judge(evidence, { challengeUse })).toBe(then);
  });

  it('goes by the partner’s threshold instead of the model’s doubt', () => {
    expect(judge({ passive: doubtful }, { minScore: 0.5 })).toBe('PASS');
    expect(judge({ passive: live }, { minScore: 0.99 })).toBe(`RETRY ${FAILED}`);
    expect(judge({ passive: live, hasFrames: false }, { minScore: 0.99 })).toBe(`RETRY ${FAILED}`);
    expect(judge({ passive: suspect }, { minScore: 0.2 })).toBe('PASS');
  });
});

describe('the answer to a challenge', () => {
  it.each([
    ['passes when it was given', { isAnswered: true }, 'PASS'],
    ['clears a doubt', { isAnswered: true, passive: doubtful }, 'PASS'],
    ['does not clear a face that fails', { isAnswered: true, passive: suspect }, `RETRY ${FAILED}`],
    ['does not clear a spoof', { isAnswered: true, passive: spoof }, `REJECT ${FAILED}`],
    ['that was not given is asked for again', { isAnswered: false }, 'RETRY CHALLENGE_FAILED'],
    ['with a dark still is taken again', { isAnswered: true, passive: dark }, 'RETRY FACE_DARK'],
    [
      'with a doubtful sign is asked for again',
      { isAnswered: true, effects: ['DOUBT'] as const },
      'RETRY CHALLENGE_FAILED',
    ],
  ])('%s', (_case, evidence, then) => {
    expect(judge(evidence)).toBe(then);
  });

  it('counts also when the partner has turned challenges off meanwhile', () => {
    expect(judge({ isAnswered: false }, { challengeUse: 'NEVER' })).toBe('RETRY CHALLENGE_FAILED');
  });

  it('passes from the partner’s threshold on alone', () => {
    const answered = { isAnswered: true, passive: suspect } as const;
    expect(judge(answered, { minScore: 0.9 })).toBe(`RETRY ${FAILED}`);
    expect(judge(answered, { minScore: 0.3 })).toBe('PASS');
  });
});

describe('a sign', () => {
  it.each([{}, { passive: suspect }, { passive: dark }, { isAnswered: true }])(
    'of certain fraud rejects, whatever else was found',
    (evidence) => {
      expect(judge({ ...evidence, effects: ['DOUBT', 'REJECT'] })).toBe('REJECT FRAUD_REJECT');
    },
  );

  it('of doubt asks for a challenge where one can be answered, else for another selfie', () => {
    const effects = ['DOUBT'] as const;
    expect(judge({ effects })).toBe('RETRY CHALLENGE_REQUIRED');
    expect(judge({ effects, hasFrames: false })).toBe(`RETRY ${FAILED}`);
    expect(judge({ effects }, { challengeUse: 'NEVER' })).toBe(`RETRY ${FAILED}`);
    expect(judge({ effects }, { minScore: 0.1 })).toBe('RETRY CHALLENGE_REQUIRED');
  });

  it('that is only recorded changes nothing', () => {
    expect(judge({ effects: ['NONE'] })).toBe('PASS');
  });
});
