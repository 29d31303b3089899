import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askLaunch } from './ask-launch.js';
import { readCompletion } from './completion.js';
import { startVisit } from './visit.js';
import type { Outcome } from './completion.js';
import type { Surface } from './surface.js';

// The same tries each time: nobody's change fails by chance.
fc.configureGlobal({ seed: 1 });

const ORIGIN = 'https://kyc.example';
const anything = fc.anything({ withNullPrototype: true, withBigInt: true });

describe('the address after a redirect', () => {
  it('says how a session ended, or nothing', () => {
    const address = fc.oneof(
      fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .tuple(fc.string(), fc.constantFrom('COMPLETED', 'ERROR', 'x'))
        .map(
          ([id, status]) =>
            `https://shop.example/?partner_session_id=${encodeURIComponent(id)}&status=${status}`,
        ),
    );
    fc.assert(
      fc.property(address, (given) => {
        const completion = readCompletion(given);
        if (completion === null) return;
        expect(['COMPLETED', 'NOT_COMPLETED', 'ERROR']).toContain(completion.status);
        expect(typeof completion.correlationId).toBe('string');
      }),
    );
  });
});

describe('the answer to a launch', () => {
  const launchUrl = fc.constantFrom(
    `${ORIGIN}/s/x`,
    'http://localhost:8080/s/x?embed=https://shop.example',
    'https:',
    'https://',
    'http://[',
    'javascript:alert(1)',
    'ftp://kyc.example/',
  );

  it('is a web address or an error, whatever the service says', async () => {
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ data: fc.record({ submissionId: fc.jsonValue(), launchUrl: fc.jsonValue() }) }),
      fc.record({
        data: fc.record({
          submissionId: fc.string(),
          launchUrl: fc.oneof(launchUrl, fc.string()),
        }),
      }),
      fc.record({ errors: fc.jsonValue() }),
    );
    const request = {
      baseURL: ORIGIN,
      flow: 'KTP_SCAN',
      mode: 'overlay',
      correlationId: 'session-1',
      token: 'token',
    } as const;
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (given, ok) => {
        const page = {
          setTimeout: () => 0,
          clearTimeout: () => undefined,
          fetch: () => Promise.resolve({ ok, status: 400, json: () => Promise.resolve(given) }),
        } as unknown as Window;
        const answer = await askLaunch(page, request);
        if ('error' in answer) expect(answer.error.code).toMatch(/^GPE-/);
        else expect(new URL(answer.launchUrl).protocol).toMatch(/^https?:$/);
      }),
    );
  });
});

describe('messages to the page', () => {
  const app = {};
  const message = fc.oneof(
    anything,
    fc.record(
      {
        source: fc.oneof(fc.constant('onekyc'), anything),
        type: fc.oneof(
          fc.constantFrom('onekyc.ready', 'onekyc.step', 'onekyc.completed', 'onekyc.error'),
          anything,
        ),
        partner_session_id: fc.oneof(fc.constant('session-1'), anything),
        status: fc.oneof(fc.constantFrom('COMPLETED', 'ERROR', 'IN_PROGRESS'), anything),
        step: anything,
        error_code: anything,
      },
      { requiredKeys: [] },
    ),
  );

  /** Hands one message to a visit; what it made of it and what it sent. */
  function deliver(data: unknown, from: { readonly origin: string; readonly source: unknown }) {
    const outcomes: Outcome[] = [];
    const sent: unknown[] = [];
    let listen: ((event: unknown) => void) | undefined;
    const page = {
      setTimeout: () => 0,
      clearTimeout: () => undefined,
      addEventListener: (_type: string, listener: (event: unknown) => void) => {
        listen = listener;
      },
      removeEventListener: () => undefined,
    } as unknown as Window;
    Object.assign(app, { postMessage: (posted: unknown) => sent.push(posted) });
    startVisit({
      page,
      surface: { window: () => app, show: () => undefined } as unknown as Surface,
      launch: { submissionId: 'submission-1', launchUrl: `${ORIGIN}/s/x` },
      correlationId: 'session-1',
      greeting: { token: 'secret' },
      onOutcome: (outcome) => outcomes.push(outcome),
    });
    listen?.({ data, ...from });
    return { outcomes, sent };
  }

  it('end a visit in one of three ways, or are left aside', () => {
    fc.assert(
      fc.property(message, (data) => {
        const { outcomes } = deliver(data, { origin: ORIGIN, source: app });
        for (const { status } of outcomes) {
          expect(['COMPLETED', 'NOT_COMPLETED', 'ERROR']).toContain(status);
        }
      }),
    );
  });

  it('of other windows and origins end nothing and are told no token', () => {
    const elsewhere = fc.constantFrom(
      { origin: 'https://evil.example', source: app },
      { origin: ORIGIN, source: {} },
      { origin: 'null', source: null },
    );
    fc.assert(
      fc.property(message, elsewhere, (data, from) => {
        expect(deliver(data, from)).toEqual({ outcomes: [], sent: [] });
      }),
    );
  });
});
