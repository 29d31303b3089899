import supertest from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pendingFaceMatchAnswer } from '../../../contract/schema/face-match.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';
import { serviceUnavailable } from '../../errors.js';

const JUDGED = { status: 'COMPLETED', result: 'VALID', reasonCode: null } as const;

let api: ApiUnderTest;
let token: string;

beforeEach(async () => {
  api = await createApiUnderTest({ maxAttemptsInFlight: 2 });
  ({ token } = await addPartner(api));
});

const asSandboxUser = { 'x-partner-user-id': 'SANDBOX-VALID' };

const match = (session: string, changed: Readonly<Record<string, string>> = {}) =>
  supertest(api.app)
    .post('/coe-partner/v1/face-match')
    .set({
      'x-onekyc-token': token,
      'x-onboarding-partner': 'ACME-BE-FACE_MATCH',
      'x-partner-user-id': 'user-7',
      'x-partner-user-id-type': 'ACME_USER_ID',
      'x-partner-session-id': session,
      ...changed,
    })
    .send({
      selfieUrl: 'https://acme.example/a.jpg',
      referenceUrl: 'https://acme.example/b.jpg',
    });

async function addOther(code: string): Promise<Readonly<Record<string, string>>> {
  const other = await addPartner(api, { code });
  return { 'x-onekyc-token': other.token, 'x-onboarding-partner': `${code}-BE-FACE_MATCH` };
}

const judgeAll = () => {
  for (const { id } of api.submissions.all()) api.submissions.change(id, JUDGED);
};

describe('a face match whose images are to be fetched', () => {
  it('counts as a confirmed attempt until it is judged', async () => {
    const answer = await match('session-1').expect(202);
    const { submissionId } = pendingFaceMatchAnswer.parse(answer.body).data;
    expect(await api.submissions.find(submissionId)).toMatchObject({ confirmedAttempt: 1 });
    expect(await api.submissions.countInFlight()).toBe(1);
    api.submissions.change(submissionId, JUDGED);
    expect(await api.submissions.countInFlight()).toBe(0);
  });

  it('is refused while too many wait, unless it was accepted before', async () => {
    vi.spyOn(api.runs, 'fetchImages').mockRejectedValueOnce(serviceUnavailable(null));
    await match('begun').expect(503);
    // The count is good for a second: all four are let in.
    for (const code of ['A', 'B', 'C', 'D']) await match(code, await addOther(code)).expect(202);
    api.clock.advance(1);
    const refused = await match('begun').expect(503);
    expect(refused.headers['retry-after']).toBe('15');
    expect(api.runs.fetched.size).toBe(4);
    judgeAll();
    api.clock.advance(1);
    await match('later').expect(202);
  });
});

describe('face matches of one partner whose images are to be fetched', () => {
  beforeEach(async () => {
    api = await createApiUnderTest({ maxAttemptsInFlight: 100 });
    ({ token } = await addPartner(api));
    for (let count = 1; count <= 10; count += 1) await match(`mine-${String(count)}`).expect(202);
  });

  it('are a tenth of what fills the backlog, and leave the others room', async () => {
    const refused = await match('mine-11').expect(503);
    expect(refused.headers['retry-after']).toBe('2');
    expect(api.lines.join('')).toContain('MatchShareTakenError');
    // Nothing is begun that nobody would go on with.
    expect(api.submissions.all()).toHaveLength(10);
    await match('theirs', await addOther('OTHER')).expect(202);
    api.clock.advance(1);
    await initiate(api.app, { token }).expect(200);
  });

  it('are answered again, and taken again when one is judged', async () => {
    await match('mine-3').expect(202);
    const [first] = api.submissions.all();
    api.submissions.change(first!.id, JUDGED);
    await match('mine-11').expect(202);
    await match('mine-12').expect(503);
  });

  it('leave its sandbox a share of its own', async () => {
    const sandbox = await addPartner(api, { environment: 'SANDBOX' });
    await match('tried', { ...asSandboxUser, 'x-onekyc-token': sandbox.token }).expect(202);
  });
});

it('a burst of face matches gets in twice the share at most', async () => {
  api = await createApiUnderTest({ maxAttemptsInFlight: 100 });
  ({ token } = await addPartner(api));
  const burst = Array.from({ length: 60 }, (_, index) => match(`burst-${String(index)}`));
  const statuses = (await Promise.all(burst)).map(({ status }) => status);
  const taken = statuses.filter((status) => status === 202).length;
  expect(taken).toBeGreaterThanOrEqual(10);
  expect(taken).toBeLessThan(20);
  expect(api.submissions.all()).toHaveLength(taken);
});
