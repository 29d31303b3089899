import { describe, expect, it } from 'vitest';
import { TECHNICAL_CODES } from '../../contract/reason-code.js';
import type { SubmissionProgress } from './api/wire-types.js';
import { endingOf, LEFT, leftWithoutCamera, type Ending } from './ending.js';
import { redirectUrl } from './redirect-url.js';

const OPEN: SubmissionProgress = {
  status: 'IN_PROGRESS',
  nextAction: null,
  reasonCode: null,
  captures: [],
  movements: null,
  pollAfterMs: 1000,
  captureLock: null,
  handoff: null,
};
const REDIRECT = { success: 'https://partner.example/ok', failure: 'https://partner.example/no' };

function goTo(ending: Ending): string | null {
  return redirectUrl({ redirect: REDIRECT, partnerSessionId: 's-1', ending });
}

/** Contract §11 with the redirect column of §15.2. */
describe('where each ending leads', () => {
  it.each([
    { event: 'accepted', ending: endingOf({ ...OPEN, status: 'COMPLETED' }) },
    {
      event: 'rejected',
      ending: endingOf({ ...OPEN, status: 'COMPLETED', reasonCode: 'FACE_MATCH_FAILED' }),
    },
    {
      event: 'attempts used up',
      ending: endingOf({ ...OPEN, status: 'COMPLETED', reasonCode: 'MAX_ATTEMPTS_REACHED' }),
    },
  ])('$event: to success, without the verdict', ({ ending }) => {
    expect(goTo(ending)).toBe('https://partner.example/ok?status=COMPLETED&partner_session_id=s-1');
  });

  it.each([
    ...TECHNICAL_CODES.map((code) => ({
      code,
      ending: endingOf({ ...OPEN, status: 'ERROR', reasonCode: code }),
    })),
    { code: 'PENDING', ending: LEFT },
    { code: 'CAMERA_PERMISSION_DENIED', ending: leftWithoutCamera('CameraDenied') },
    { code: 'CAMERA_NOT_FOUND', ending: leftWithoutCamera('CameraNotFound') },
    { code: 'CAMERA_NOT_FOUND', ending: leftWithoutCamera('CameraBusy') },
    { code: 'UNSUPPORTED_BROWSER', ending: leftWithoutCamera('Unsupported') },
    { code: 'UNSUPPORTED_BROWSER', ending: leftWithoutCamera('InsecureContext') },
  ])('$code: to failure', ({ code, ending }) => {
    expect(goTo(ending)).toBe(
      `https://partner.example/no?status=ERROR&partner_session_id=s-1&error_code=${code}`,
    );
  });
});
