import type { Fetch } from '../api/call-json.js';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Plays the service: `answer` says what each call gets, `null` loses the connection. */
export interface FakeService {
  readonly fetch: Fetch;
  readonly calls: readonly Call[];
}

export function createFakeService(answer: (call: Call) => Answer | null): FakeService {
  const calls: Call[] = [];
  const fetch: Fetch = (input, init = {}) => {
    const call: Call = {
      method: init.method ?? 'GET',
      path: input instanceof Request ? input.url : input.toString(),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
    };
    calls.push(call);
    const given = answer(call);
    if (given === null) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(JSON.stringify(given.body), { status: given.status }));
  };
  return { fetch, calls };
}

export function success(data: object): Answer {
  return { status: 200, body: { success: true, data } };
}

export function failure(status: number, cause: string): Answer {
  return { status, body: { success: false, errors: [{ code: '110', cause }] } };
}

/** What opening answers on the wire. */
export const LAUNCHED = {
  userToken: 'user-token-1',
  expiresAt: '2030-01-01T00:00:00.000Z',
  submissionId: 'submission-1',
  partnerSessionId: 'session-1',
  flow: 'KYC_LITE',
  captures: ['KTP', 'SELFIE'],
  userLocale: 'id_ID',
  theme: 'NO_PREFERENCE',
  resultScreen: 'KENALI',
  allowFileUpload: true,
  redirect: { success: 'https://partner.example/ok', failure: 'https://partner.example/no' },
  role: 'PRIMARY',
  qr: { allowed: false, forced: false },
};
