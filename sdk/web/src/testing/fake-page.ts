import { vi } from 'vitest';

export const BASE_URL = 'https://kyc.example';
export const SUBMISSION_ID = '0198c7f0-0000-7000-8000-000000000001';
export const EMBEDDED_URL = `${BASE_URL}/s/AAAA?embed=https%3A%2F%2Fshop.example`;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const LAUNCHED: Answer = {
  status: 200,
  body: { success: true, data: { submissionId: SUBMISSION_ID, launchUrl: EMBEDDED_URL } },
};

export function refused(status: number, cause: string): Answer {
  return { status, body: { success: false, errors: [{ code: '110', cause }] } };
}

/**
 * A partner's page as far as a popup needs it; the overlay is for a real browser. `answer` is null
 * for a lost connection.
 */
export function createFakePage(answer: Answer | null = LAUNCHED) {
  const listeners = new Set<(event: MessageEvent<unknown>) => void>();
  const popup = {
    closed: false,
    location: { replace: vi.fn() },
    postMessage: vi.fn(),
    focus: vi.fn(),
    close: vi.fn(),
  };
  const fetch = vi.fn((_url: string, _init: RequestInit) =>
    answer === null
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status })),
  );
  const page = {
    fetch,
    open: vi.fn((): typeof popup | null => popup),
    location: { assign: vi.fn() },
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (timer: number) => {
      clearTimeout(timer);
    },
    setInterval: (work: () => void, ms: number) => setInterval(work, ms),
    clearInterval: (timer: number) => {
      clearInterval(timer);
    },
    addEventListener: (_: string, listener: (event: MessageEvent<unknown>) => void) =>
      listeners.add(listener),
    removeEventListener: (_: string, listener: (event: MessageEvent<unknown>) => void) =>
      listeners.delete(listener),
  };
  return {
    page: page as unknown as Window,
    fetch,
    popup,
    open: page.open,
    goTo: page.location.assign,
    listeners,
    /** A message as the capture app sends it, unless told otherwise. */
    receive: (data: unknown, from: { origin?: string; source?: unknown } = {}) => {
      const event = { data, origin: BASE_URL, source: popup, ...from };
      for (const listener of listeners) listener(event as unknown as MessageEvent<unknown>);
    },
  };
}
