import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { auditAnswer } from '../../../contract/schema/operator/audit.js';
import {
  callbackAnswer,
  callbackSetAnswer,
  removedAnswer,
  rotatedSecretAnswer,
} from '../../../contract/schema/operator/callback.js';
import {
  deliveriesAnswer,
  replayAnswer,
  testDeliveryAnswer,
} from '../../../contract/schema/operator/delivery.js';
import {
  issuedKeyAnswer,
  keyAnswer,
  keysAnswer,
} from '../../../contract/schema/operator/partner-key.js';
import {
  createdPartnerAnswer,
  partnerAnswer,
  partnersAnswer,
} from '../../../contract/schema/operator/partner.js';
import { referenceImageAnswer } from '../../../contract/schema/operator/reference-image.js';
import {
  addPartner,
  createApiUnderTest,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';

const CALLBACK = { url: 'https://shop.example/callback', headers: { 'x-api-key': 'hidden' } };

let api: ApiUnderTest;
let key: string;

beforeEach(async () => {
  api = await createApiUnderTest();
  const { operatorKeys, partners } = api.operators.administration;
  key = (await operatorKeys.create('cli:tester', 'ops')).key;
  await partners.create('cli:tester', { code: 'SHOP', name: 'Shop' });
});

/** `call` is such as `GET /partners`. */
function ask(call: string, body?: object) {
  const [method, path] = call.split(' ') as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string];
  const request = {
    GET: supertest(api.app).get.bind(supertest(api.app)),
    POST: supertest(api.app).post.bind(supertest(api.app)),
    PUT: supertest(api.app).put.bind(supertest(api.app)),
    PATCH: supertest(api.app).patch.bind(supertest(api.app)),
    DELETE: supertest(api.app).delete.bind(supertest(api.app)),
  }
    [method](`/operator/v1${path}`)
    .set('authorization', `Bearer ${key}`);
  return body === undefined ? request : request.send(body);
}

const errorsOf = (answer: { readonly body: unknown }) => failureEnvelope.parse(answer.body).errors;

describe('the operator API', () => {
  it.each([
    ['without a key', {}],
    ['with an unknown key', { authorization: `Bearer kenali_operator_${'x'.repeat(43)}` }],
    ['with another scheme', { authorization: 'Basic b3BzOm9wcw==' }],
    ['with a key twice as long as any', { authorization: `Bearer ${'x'.repeat(9000)}` }],
  ])('answers 401 %s, also on a path that does not exist', async (_what, headers) => {
    for (const path of ['/operator/v1/partners', '/operator/v1/nothing']) {
      const answer = await supertest(api.app).get(path).set(headers).expect(401);
      expect(errorsOf(answer)).toEqual([{ code: '110', cause: 'UNAUTHORIZED' }]);
    }
  });

  it('is at its exact path alone: a proxy that guards it goes by the letters', async () => {
    for (const path of ['/Operator/v1/partners', '/operator/V1/partners']) {
      await supertest(api.app)
        .get(path)
        .set({ authorization: `Bearer ${key}` })
        .expect(404);
    }
  });

  it('takes no partner token, and partners take no operator key', async () => {
    const { token } = await addPartner(api);
    await supertest(api.app)
      .get('/operator/v1/partners')
      .set({ authorization: `Bearer ${token}`, 'x-onekyc-token': token })
      .expect(401);
    await supertest(api.app)
      .post('/coe-partner/v1/initiate-flow')
      .set('x-onekyc-token', key)
      .send({})
      .expect(401);
  });

  it('ends with the key', async () => {
    await ask('GET /partners').expect(200);
    const { operatorKeys } = api.operators.administration;
    const [held] = await operatorKeys.list();
    await operatorKeys.revoke('cli:tester', held!.id);
    await ask('GET /partners').expect(401);
  });

  it.each([
    ['GET /partners/NOBODY', undefined],
    ['PATCH /partners/NOBODY', { name: 'x' }],
    ['POST /partners/NOBODY/keys', {}],
    ['GET /partners/NOBODY/keys', undefined],
    [`DELETE /partners/SHOP/keys/${randomUUID()}`, undefined],
    ['PUT /partners/NOBODY/callback', CALLBACK],
    ['GET /partners/SHOP/callback', undefined],
    ['DELETE /partners/SHOP/callback', undefined],
    ['POST /partners/SHOP/callback/enable', undefined],
    ['POST /partners/SHOP/callback/secret', undefined],
    ['DELETE /partners/SHOP/callback/secret/old', undefined],
    ['POST /partners/SHOP/callback/test', undefined],
    ['PUT /partners/NOBODY/reference-image', { url: CALLBACK.url }],
    ['GET /partners/SHOP/reference-image', undefined],
    ['DELETE /partners/SHOP/reference-image', undefined],
    ['POST /deliveries/replay', { submissionId: randomUUID() }],
    ['GET /nothing', undefined],
  ])('answers 404 to %s', async (call, body) => {
    expect(errorsOf(await ask(call, body).expect(404))[0]).toMatchObject({
      code: '404',
      cause: 'NOT_FOUND',
    });
  });

  it.each([
    ['POST /partners', { code: 'no-dash' }, 'INVALID_CODE', 'code'],
    ['POST /partners', {}, 'INVALID_CODE', 'code'],
    ['POST /partners', { code: 'NEW', color: 1 }, 'INVALID_COLOR', 'color'],
    [
      'PATCH /partners/SHOP',
      { settings: { lifetimes: { userToken: 1 } } },
      'INVALID_USER_TOKEN',
      'settings.lifetimes.userToken',
    ],
    [
      'PATCH /partners/SHOP',
      { settings: { ipAllowList: ['10.0.0.0'] } },
      'INVALID_IP_ALLOW_LIST',
      'settings.ipAllowList.0',
    ],
    [
      'POST /partners/SHOP/keys',
      { overlapSeconds: -1 },
      'INVALID_OVERLAP_SECONDS',
      'overlapSeconds',
    ],
    ['PUT /partners/SHOP/callback', { url: 'ftp://x/' }, 'INVALID_URL', 'url'],
    ['PUT /partners/SHOP/reference-image', {}, 'INVALID_URL', 'url'],
    ['GET /deliveries?state=LOST', undefined, 'INVALID_STATE', 'state'],
    ['GET /deliveries?cursor=1', undefined, 'INVALID_CURSOR', 'cursor'],
    ['GET /audit?limit=0', undefined, 'INVALID_LIMIT', 'limit'],
    ['GET /audit?action=%25', undefined, 'INVALID_ACTION', 'action'],
  ])('answers 400/1540 to %s with %j', async (call, body, cause, field) => {
    const [error] = errorsOf(await ask(call, body).expect(400));
    expect(error).toMatchObject({ code: '1540', cause, field });
    expect(error?.message).toMatch(/\.$/);
  });

  it('answers 409 to what does not fit the state', async () => {
    expect(errorsOf(await ask('POST /partners', { code: 'SHOP' }).expect(409))[0]).toMatchObject({
      code: '409',
      cause: 'CONFLICT',
    });
    await ask('PUT /partners/SHOP/callback', CALLBACK).expect(200);
    await ask('DELETE /partners/SHOP/callback/secret/old').expect(409);
  });
});

describe('partners by the operator API', () => {
  it('are created, listed, changed and shown', async () => {
    const created = await ask('POST /partners', { code: 'NEW', callback: CALLBACK }).expect(201);
    const { data } = createdPartnerAnswer.parse(created.body);
    expect(data).toMatchObject({ code: 'NEW', environment: 'PRODUCTION' });
    expect(data.callbackSecret).toMatch(/^whsec_/);
    const listed = partnersAnswer.parse((await ask('GET /partners').expect(200)).body);
    expect(listed.data.partners.map(({ code }) => code)).toEqual(['NEW', 'SHOP']);
    const changed = await ask('PATCH /partners/NEW', {
      name: 'New',
      settings: { flows: ['KTP_SCAN'] },
    }).expect(200);
    expect(partnerAnswer.parse(changed.body).data).toMatchObject({
      name: 'New',
      settings: { flows: ['KTP_SCAN'], maxAttempts: 3 },
    });
    const shown = await ask('GET /partners/NEW').expect(200);
    expect(shown.body).toEqual(changed.body);
    expect(JSON.stringify(shown.body)).not.toMatch(/hidden|whsec_/);
  });

  it('have keys of two environments', async () => {
    const asked = { environment: 'SANDBOX', overlapSeconds: 60 };
    await ask('POST /partners/SHOP/keys', asked).expect(201);
    const second = await ask('POST /partners/SHOP/keys', asked).expect(201);
    const { data } = issuedKeyAnswer.parse(second.body);
    expect(data.earlierKeysEndAt).toBe('2026-11-22T08:01:00.000Z');
    const revoked = await ask(`DELETE /partners/SHOP/keys/${data.clientId}`).expect(200);
    expect(keyAnswer.parse(revoked.body).data.revokedAt).toBe('2026-11-22T08:00:00.000Z');
    const { keys } = keysAnswer.parse((await ask('GET /partners/SHOP/keys')).body).data;
    expect(keys.map(({ environment }) => environment)).toEqual([
      'PRODUCTION',
      'SANDBOX',
      'SANDBOX',
    ]);
  });

  it('have a callback whose secret rotates', async () => {
    const set = await ask('PUT /partners/SHOP/callback', CALLBACK).expect(200);
    expect(callbackSetAnswer.parse(set.body).data.callbackSecret).toMatch(/^whsec_/);
    const rotated = await ask('POST /partners/SHOP/callback/secret').expect(201);
    rotatedSecretAnswer.parse(rotated.body);
    const shown = await ask('GET /partners/SHOP/callback').expect(200);
    expect(callbackAnswer.parse(shown.body).data).toEqual({
      url: CALLBACK.url,
      method: 'POST',
      payload: 'full',
      headerNames: ['x-api-key'],
      isRotatingSecret: true,
      isDisabled: false,
    });
    const dropped = await ask('DELETE /partners/SHOP/callback/secret/old').expect(200);
    expect(callbackAnswer.parse(dropped.body).data.isRotatingSecret).toBe(false);
    const tested = await ask('POST /partners/SHOP/callback/test').expect(200);
    expect(testDeliveryAnswer.parse(tested.body).data.httpStatus).toBe(200);
    await ask('POST /partners/SHOP/callback/enable').expect(200);
    removedAnswer.parse((await ask('DELETE /partners/SHOP/callback').expect(200)).body);
  });

  it('have a source of reference images', async () => {
    const source = { url: CALLBACK.url, authorization: { bearer: 'hidden' } };
    const set = await ask('PUT /partners/SHOP/reference-image', source).expect(200);
    referenceImageAnswer.parse(set.body);
    expect((await ask('GET /partners/SHOP/reference-image').expect(200)).body).toEqual(set.body);
    removedAnswer.parse((await ask('DELETE /partners/SHOP/reference-image').expect(200)).body);
  });
});

describe('deliveries by the operator API', () => {
  const submissionIds = [randomUUID(), randomUUID(), randomUUID()];

  beforeEach(() => {
    for (const submissionId of submissionIds) {
      api.operators.deliveries.push({
        submissionId,
        delivery: 1,
        partnerCode: 'SHOP',
        webhookId: `msg_${submissionId}`,
        state: 'DEAD',
        createdAt: api.clock.now(),
        settledAt: api.clock.now(),
        attempts: 10,
        lastAttempt: {
          httpStatus: 500,
          errorClass: 'HTTP_STATUS',
          answerExcerpt: 'sorry',
          durationMs: 12,
          attemptedAt: api.clock.now(),
        },
      });
    }
  });

  it('are listed by page', async () => {
    const first = deliveriesAnswer.parse((await ask('GET /deliveries?state=DEAD&limit=2')).body);
    expect(first.data.deliveries).toHaveLength(2);
    const cursor = first.data.nextCursor ?? '';
    const next = deliveriesAnswer.parse((await ask(`GET /deliveries?cursor=${cursor}`)).body);
    expect(next.data.deliveries.map(({ submissionId }) => submissionId)).toEqual(
      submissionIds.slice(2),
    );
    expect(next.data.nextCursor).toBeNull();
  });

  it('are sent again, one or all that are dead', async () => {
    const [submissionId] = submissionIds;
    const one = await ask('POST /deliveries/replay', { submissionId }).expect(202);
    expect(replayAnswer.parse(one.body).data.replays).toEqual([{ submissionId, delivery: 2 }]);
    const many = await ask('POST /deliveries/replay', { filter: {}, limit: 2 }).expect(202);
    expect(replayAnswer.parse(many.body).data).toMatchObject({ hasMore: true });
    expect(api.operators.replayed).toHaveLength(3);
  });
});

it('tells in the audit log who has changed what, by page', async () => {
  await ask('PATCH /partners/SHOP', { settings: { allowQr: true } }).expect(200);
  const page = auditAnswer.parse((await ask('GET /audit?partnerCode=SHOP&limit=1')).body);
  expect(page.data.entries).toMatchObject([
    { actor: 'operator:ops', action: 'partner.settings.changed', partnerCode: 'SHOP' },
  ]);
  const cursor = page.data.nextCursor ?? '';
  const next = auditAnswer.parse((await ask(`GET /audit?partnerCode=SHOP&cursor=${cursor}`)).body);
  expect(next.data.entries.map(({ action }) => action)).toEqual(['partner.created']);
  expect(next.data.nextCursor).toBeNull();
  const none = await ask('GET /audit?action=operator.key&actor=operator:ops').expect(200);
  expect(auditAnswer.parse(none.body).data.entries).toEqual([]);
});

it('logs no key and no header of an operator', async () => {
  await ask('PUT /partners/SHOP/callback', CALLBACK).expect(200);
  await ask('PUT /partners/SHOP/callback', { url: 'secret-nonsense' }).expect(400);
  expect(api.lines.join('')).not.toMatch(/kenali_operator_|hidden|secret-nonsense/);
});
