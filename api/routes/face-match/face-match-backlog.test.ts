import supertest from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pendingFaceMatchAnswer } from '../../../contract/schema/face-match.js';
import {
  addPartner,
  createApiUnderTest,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';
import { serviceUnavailable } from '../../errors.js';

const JUDGED = { status: 'COMPLETED', result: 'VALID', reasonCode: null } as const;

let api: ApiUnderTest;
let token: string;

beforeEach(async () => {
  api = await createApiUnderTest({ maxAttemptsInFlight: 1 });
  ({ token } = await addPartner(api));
});

const match = (session: string) =>
  supertest(api.app)
    .post('/coe-partner/v1/face-match')
    .set({
      'x-onekyc-token': token,
      'x-onboarding-partner': 'ACME-BE-FACE_MATCH',
      'x-partner-user-id': 'user-7',
      'x-partner-user-id-type': 'ACME_USER_ID',
      'x-partner-session-id': session,
    })
    .send({
      selfieUrl: 'https://acme.example/a.jpg',
      referenceUrl: 'https://acme.example/b.jpg',
    });

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
    vi.spyOn(api.workflows, 'fetchImages').mockRejectedValueOnce(serviceUnavailable(null));
    await match('begun').expect(503);
    // The count is good for a second: both are let in.
    for (const session of ['first', 'second']) await match(session).expect(202);
    api.clock.advance(1);
    const refused = await match('begun').expect(503);
    expect(refused.headers['retry-after']).toBe('15');
    expect(api.workflows.fetched.size).toBe(2);
    await match('first').expect(202);
    for (const { id } of api.submissions.all().slice(1)) api.submissions.change(id, JUDGED);
    api.clock.advance(1);
    await match('begun').expect(202);
  });
});
