import { describe, expect, it } from 'vitest';
import type { Ending } from './ending.js';
import { redirectUrl } from './redirect-url.js';

const COMPLETED: Ending = { status: 'COMPLETED', isAccepted: false };
const TIMED_OUT: Ending = { status: 'ERROR', errorCode: 'SESSION_TIMEOUT' };

function redirectTo(success: string | null, failure: string | null, ending: Ending): string | null {
  return redirectUrl({ redirect: { success, failure }, partnerSessionId: 'ps 1', ending });
}

describe('redirectUrl', () => {
  it('leads a completed submission to the success address, whatever the verdict', () => {
    expect(redirectTo('https://partner.example/ok', 'https://partner.example/no', COMPLETED)).toBe(
      'https://partner.example/ok?status=COMPLETED&partner_session_id=ps+1',
    );
  });

  it('leads an error to the failure address with its code', () => {
    expect(redirectTo('https://partner.example/ok', 'https://partner.example/no', TIMED_OUT)).toBe(
      'https://partner.example/no?status=ERROR&partner_session_id=ps+1&error_code=SESSION_TIMEOUT',
    );
  });

  it('keeps the query and the fragment of the address byte for byte', () => {
    expect(redirectTo('https://partner.example/a?q=a%20b&flag&x=1+2#part', null, COMPLETED)).toBe(
      'https://partner.example/a?q=a%20b&flag&x=1+2&status=COMPLETED&partner_session_id=ps+1#part',
    );
  });

  it('replaces parameters of its own names, so that the partner reads one status', () => {
    expect(redirectTo('https://partner.example/?status=ERROR&a=1', null, COMPLETED)).toBe(
      'https://partner.example/?a=1&status=COMPLETED&partner_session_id=ps+1',
    );
  });

  it('has nowhere to go without an address of that kind', () => {
    expect(redirectTo(null, 'https://partner.example/no', COMPLETED)).toBeNull();
    expect(redirectTo('https://partner.example/ok', null, TIMED_OUT)).toBeNull();
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', '/relative'])(
    'opens no %s',
    (address) => {
      expect(redirectTo(address, address, COMPLETED)).toBeNull();
    },
  );
});
