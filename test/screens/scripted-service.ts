import type { Page, Route } from 'playwright-core';
import { LAUNCHED, success, type Answer } from '../../web/src/testing/fake-service.js';
import { STORAGE_PUBLIC_URL } from '../support/api-under-test.js';

/** What the service answers a call with; `HOLD` never answers, `LOST` breaks the connection. */
export type Reply = Answer | 'HOLD' | 'LOST';

/** How the service behaves in a scene; what is not said goes well. */
export interface Script {
  /** Exchange of the launch token or a hand-off code, and renewal by the cookie. */
  readonly launch?: Reply;
  /** A code for a phone, when it is asked for. */
  readonly code?: Reply;
  /** Changes what opening answers. */
  readonly session?: object;
  /** The status before the captures are confirmed, and after. */
  readonly before?: object;
  readonly after?: Reply;
  readonly targets?: Reply;
  readonly upload?: 'HOLD' | 'LOST';
}

/** Where the policy of the page lets it upload to. */
const STORE = `${STORAGE_PUBLIC_URL}/capture`;

/** A submission that nothing has happened to, as the status call tells it. */
const IN_PROGRESS = {
  status: 'IN_PROGRESS',
  nextAction: null,
  reasonCode: null,
  captures: ['KTP', 'SELFIE'],
  captureLock: 'half of a key',
  pollAfterMs: 500,
};

const CODE = {
  handoffUrl: `https://kyc.invalid/s/${'A'.repeat(22)}#h=${'bC3-'.repeat(10)}xyz`,
  expiresInSeconds: 600,
};

/** The store is another origin, as it may be in earnest. */
const FOR_ANY_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'PUT',
};

/** What follows once everything was sent. */
export function report(change: object): Reply {
  return success({ ...IN_PROGRESS, captures: [], ...change });
}

/** Plays the service to one page: the app is the real one, and what it is told is the scene's. */
export async function scriptService(page: Page, script: Script): Promise<void> {
  let isConfirmed = false;
  await page.route('**/web/v1/**', (route) =>
    answer(route, script.launch ?? success({ ...LAUNCHED, ...script.session })),
  );
  await page.route('**/web/v1/handoff', (route) => answer(route, script.code ?? success(CODE)));
  await page.route('**/coe-partner/v1/submissions/**', (route) => {
    const request = route.request();
    if (request.url().endsWith('/status')) {
      const before = report({ captures: IN_PROGRESS.captures, ...script.before });
      return answer(route, isConfirmed ? (script.after ?? report({})) : before);
    }
    if (request.method() === 'PUT') {
      isConfirmed = true;
      return answer(route, success({ status: 'IN_PROGRESS' }));
    }
    return answer(route, script.targets ?? success(listTargets(script)));
  });
  await page.route(STORE, (route) => answer(route, script.upload ?? success({})));
}

function listTargets({ session }: Script): object {
  const { captures } = { ...LAUNCHED, ...session };
  const urls = captures.map((documentType) => ({
    documentType,
    url: STORE,
    method: 'PUT',
    headers: {},
  }));
  return { attempt: 1, urls, captureNonce: 'nonce' };
}

async function answer(route: Route, reply: Reply): Promise<void> {
  if (reply === 'HOLD') return;
  if (reply === 'LOST') await route.abort('internetdisconnected');
  else await route.fulfill({ status: reply.status, json: reply.body, headers: FOR_ANY_ORIGIN });
}
