import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createOperator, type Operator } from '../../support/contract/contract-partner.js';
import { STATUS } from '../../support/contract/contract-device.js';
import {
  CANCEL,
  createSession,
  DETAILS,
  INITIATE,
} from '../../support/contract/contract-session.js';
import { call, refusalsOf } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');
const TOKEN = 'GET /v1/coe/partner/authentication';
const USER_TOKEN = 'GET /v2/coe/authentication';
const FACE_MATCH = 'POST /coe-partner/v1/face-match';

let operator: Operator;

beforeAll(async () => {
  operator = await createOperator(platform);
});

/** Contract §3. */
describe('a partner’s calls in a minute', () => {
  it('are as many as it is set to; then it is told when to come again', async () => {
    const hasty = await operator.createPartner({ settings: { requestsPerMinute: 2 } });
    const session = createSession(platform.apiUrl, hasty, { flow: 'KTP_SCAN' });
    await session.openInApp();
    await session.openInApp();
    for (const request of [INITIATE, DETAILS, CANCEL]) {
      const refused = await call(platform.apiUrl, request, session.partnerHeaders);
      expect(refusalsOf(refused), request).toEqual(['429 429 TOO_MANY_REQUESTS']);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(60);
    }
    expect(await session.readStatus(), 'the person goes on').toMatchObject({
      status: 'IN_PROGRESS',
    });
    const other = createSession(platform.apiUrl, await operator.createPartner(), {
      flow: 'KTP_SCAN',
    });
    expect((await other.initiate()).status, 'another partner').toBe(200);
  });
});

/** Contract §1 and §8, "production needs IP whitelisting". Tests call from loopback. */
describe('a partner’s IP list', () => {
  /** Production tokens are had before the list is set: the token call is held to it too. */
  async function createListedPartner(ipAllowList: readonly string[]) {
    const partner = await operator.createPartner();
    const set = await operator.ask(`PATCH /operator/v1/partners/${partner.code}`, {
      settings: { ipAllowList },
    });
    expect(set.status).toBe(200);
    return partner;
  }

  const CALLS = [TOKEN, USER_TOKEN, INITIATE, FACE_MATCH, STATUS, DETAILS, CANCEL];

  /** Each of them with all that it needs, by one environment's credentials. */
  async function callAll(ipAllowList: readonly string[], environment: 'PRODUCTION' | 'SANDBOX') {
    const partner = await createListedPartner(ipAllowList);
    const session = createSession(platform.apiUrl, partner, { flow: 'KTP_SCAN', environment });
    const headers = { ...session.partnerHeaders, ...partner.keys[environment] };
    const answers = [];
    for (const request of CALLS) {
      const body = request === INITIATE ? { flow: 'KTP_SCAN', source: 'SDK' } : undefined;
      const sent = request.startsWith('GET') ? undefined : (body ?? {});
      answers.push(await call(platform.apiUrl, request, headers, sent));
    }
    return answers;
  }

  it('of another network refuses every call with production credentials', async () => {
    const answers = await callAll(['203.0.113.0/24'], 'PRODUCTION');
    expect(answers.map(refusalsOf)).toEqual(CALLS.map(() => ['403 903 FORBIDDEN']));
  });

  it.each([
    { what: 'with the caller’s network', ipAllowList: ['127.0.0.0/8'], as: 'PRODUCTION' },
    {
      what: 'of another network and a sandbox key',
      ipAllowList: ['203.0.113.0/24'],
      as: 'SANDBOX',
    },
  ] as const)('$what refuses none', async ({ ipAllowList, as }) => {
    const statuses = (await callAll(ipAllowList, as)).map(({ status }) => status);
    // A face match without images is refused for that alone.
    expect(statuses).toEqual([200, 200, 200, 400, 200, 200, 200]);
  });
});
