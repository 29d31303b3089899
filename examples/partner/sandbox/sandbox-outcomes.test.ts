import { describe, expect, it } from 'vitest';
import { findSandboxOutcome, SANDBOX_OUTCOMES } from './sandbox-outcomes.js';

describe('the outcomes of the sandbox', () => {
  it('have a user id each, at once and after five seconds', () => {
    const ids = SANDBOX_OUTCOMES.map(({ userId }) => userId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['SANDBOX-VALID', 'SANDBOX-VALID-AFTER-5']));
    expect(ids).toContain('SANDBOX-EXHAUST-KTP_BLURRY-AFTER-5');
  });

  it('are tried in a flow that takes the picture which the code is about', () => {
    expect(findSandboxOutcome('SANDBOX-RETRY-KTP_BLURRY')?.flow).toBe('KTP_SCAN');
    expect(findSandboxOutcome('SANDBOX-INVALID-FACE_MATCH_FAILED')?.flow).toBe('KYC_LITE');
    expect(findSandboxOutcome('SANDBOX-RETRY-MULTIPLE_FACES')?.flow).toBe('KYC_LITE');
  });

  it.each(['', 'SANDBOX-MAYBE', 'SANDBOX-VALID\r\nx-evil: 1', 'sandbox-valid'])(
    'do not include %j',
    (userId) => {
      expect(findSandboxOutcome(userId)).toBeNull();
    },
  );
});
