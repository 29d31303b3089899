import { expect, it } from 'vitest';
import { parseSandboxUserId } from './sandbox.js';

it.each([
  ['SANDBOX-VALID', { outcome: { kind: 'VALID' }, delaySeconds: 0 }],
  ['SANDBOX-VALID-AFTER-30', { outcome: { kind: 'VALID' }, delaySeconds: 30 }],
  [
    'SANDBOX-INVALID-FACE_MATCH_FAILED',
    { outcome: { kind: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' }, delaySeconds: 0 },
  ],
  [
    'SANDBOX-ERROR-REFERENCE_IMAGE_UNAVAILABLE-AFTER-5',
    { outcome: { kind: 'ERROR', reasonCode: 'REFERENCE_IMAGE_UNAVAILABLE' }, delaySeconds: 5 },
  ],
  [
    'SANDBOX-RETRY-KTP_BLURRY',
    { outcome: { kind: 'RETRY', reasonCode: 'KTP_BLURRY' }, delaySeconds: 0 },
  ],
  [
    'SANDBOX-EXHAUST-NOT_EKTP',
    { outcome: { kind: 'EXHAUST', reasonCode: 'NOT_EKTP' }, delaySeconds: 0 },
  ],
])('%s forces what it says', (userId, scenario) => {
  expect(parseSandboxUserId(userId)).toEqual(scenario);
});

it.each([
  'SANDBOX-',
  'SANDBOX-INVALID',
  'SANDBOX-INVALID-KTP_BLURRY',
  'SANDBOX-VALID-NOT_EKTP',
  'SANDBOX-ERROR-NOT_EKTP',
  'SANDBOX-RETRY-SESSION_TIMEOUT',
  'SANDBOX-VALID-AFTER-3601',
  'SANDBOX-VALID-AFTER-',
  'sandbox-valid',
  'SANDBOX-VALID ',
])('%s is no sandbox user id', (userId) => {
  expect(parseSandboxUserId(userId)).toBeNull();
});
