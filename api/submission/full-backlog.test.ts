import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../contract/schema/envelope.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  startSubmission,
  type ApiUnderTest,
} from '../../test/support/api-under-test.js';

const LIMIT = 2;
const UPLOADS = '/coe-partner/v1/submissions/url';

let api: ApiUnderTest;
let token: string;

beforeEach(async () => {
  api = await createApiUnderTest({ maxAttemptsInFlight: LIMIT });
  token = (await addPartner(api)).token;
});

const begin = (session: string = randomUUID()) =>
  initiate(api.app, { token, headers: { 'x-partner-session-id': session } });

async function startMany(count: number) {
  const sessions = Array.from({ length: count }, () => startSubmission(api, token));
  return await Promise.all(sessions);
}

type Started = Awaited<ReturnType<typeof startSubmission>>;

async function confirm({ submissionId, headers }: Started) {
  const place = { submissionId, attempt: 1, documentType: 'KTP' } as const;
  await api.uploads.put(place, Buffer.from('card'));
  const answer = await supertest(api.app).put(UPLOADS).set(headers).send({ submissionId });
  // Counts are good for a second.
  api.clock.advance(1);
  return answer;
}

describe('while more attempts wait than can be judged in time', () => {
  it('new sessions are told when to come again, and none is begun', async () => {
    for (const started of await startMany(LIMIT)) await confirm(started);
    const before = api.submissions.all().length;
    const refused = await begin().expect(503);
    expect(refused.headers['retry-after']).toBe('15');
    expect(failureEnvelope.parse(refused.body).errors).toMatchObject([
      { cause: 'GENERIC_SERVICE_ERROR', message: expect.stringMatching(/Ask again/) as string },
    ]);
    expect(api.submissions.all()).toHaveLength(before);
  });

  it('a session that was begun before goes on, up to its confirm', async () => {
    const [waiting, ...others] = await startMany(LIMIT + 1);
    for (const started of others) await confirm(started);
    const session = waiting!.headers['x-partner-session-id']!;
    await begin(session).expect(200);
    expect((await confirm(waiting!)).status).toBe(200);
  });

  it('confirms are refused from twice as many on, without losing what was uploaded', async () => {
    const started = await startMany(2 * LIMIT + 1);
    for (const one of started.slice(1)) expect((await confirm(one)).status).toBe(200);
    const refused = await confirm(started[0]!);
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('15');
    for (const { submissionId } of started.slice(1)) {
      api.submissions.change(submissionId, { judgedAttempt: 1, status: 'COMPLETED' });
    }
    expect((await confirm(started[0]!)).status).toBe(200);
  });

  it('attempts of the sandbox are none of them, however long they are made to wait', async () => {
    const sandbox = (await addPartner(api, { environment: 'SANDBOX' })).token;
    const user = { userId: 'SANDBOX-VALID-AFTER-3600' };
    for (let count = 0; count < 2 * LIMIT; count += 1) {
      const waiting = await startSubmission(api, sandbox, randomUUID(), user);
      expect((await confirm(waiting)).status).toBe(200);
    }
    const production = await startSubmission(api, token);
    expect((await confirm(production)).status).toBe(200);
  });

  it('a confirm that was accepted before is answered as it was', async () => {
    const started = await startMany(2 * LIMIT);
    for (const one of started) await confirm(one);
    expect((await confirm(started[0]!)).status).toBe(200);
  });
});
