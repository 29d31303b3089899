import { describe, expect, it } from 'vitest';
import { readCompletion } from './completion.js';

const PAGE = 'https://shop.example/back?ref=7';

describe('what the address says after a redirect', () => {
  it('is that the session came to a verdict', () => {
    expect(readCompletion(`${PAGE}&status=COMPLETED&partner_session_id=session-1`)).toEqual({
      correlationId: 'session-1',
      status: 'COMPLETED',
    });
  });

  it.each([
    ['PENDING', 'NOT_COMPLETED', 'GPE-2207'],
    ['SESSION_TIMEOUT', 'ERROR', 'GPE-2202'],
    ['SOMETHING_NEW', 'ERROR', 'GPE-2205'],
  ])('is %s as %s, %s', (errorCode, status, code) => {
    const query = `&status=ERROR&partner_session_id=session-1&error_code=${errorCode}`;
    expect(readCompletion(PAGE + query)).toMatchObject({
      correlationId: 'session-1',
      status,
      error: { code, reason: errorCode },
    });
  });

  it.each([
    ['SESSION_TIMEOUT', 'new correlationId'],
    ['INVALID_TOKEN', 'new user token'],
    ['UPLOAD_FAILED', 'stays open'],
  ])('says after %s what leads on: %s', (errorCode, told) => {
    const query = `&status=ERROR&partner_session_id=session-1&error_code=${errorCode}`;
    expect(readCompletion(PAGE + query)!.error!.message).toContain(told);
  });

  it.each([
    '',
    'shop.example',
    PAGE,
    `${PAGE}&status=COMPLETED`,
    `${PAGE}&status=VALID&partner_session_id=1`,
  ])('is nothing in %s', (address) => {
    expect(readCompletion(address)).toBeNull();
  });
});
