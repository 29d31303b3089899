import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { submissionDetailsAnswer } from '../../../contract/schema/submission-details.js';
import { submissionStatusAnswer } from '../../../contract/schema/submission-status.js';
import {
  addPartner,
  createApiUnderTest,
  startSubmission,
  type ApiUnderTest,
  type StartedSubmission,
} from '../../../test/support/api-under-test.js';

const DETAILS = '/coe/v1/submissions';
const STATUS = '/coe-partner/v1/submissions/status';
const ERASED_AT = new Date('2026-11-23T09:00:00Z');

let api: ApiUnderTest;
let token: string;
let started: StartedSubmission;

/** As its erasure leaves the row. */
beforeEach(async () => {
  api = await createApiUnderTest();
  ({ token } = await addPartner(api));
  started = await startSubmission(api, token, 'session-1');
  api.submissions.change(started.submissionId, {
    status: 'COMPLETED',
    result: 'VALID',
    processedAt: new Date('2026-08-01T09:00:00Z'),
    partnerUserId: '',
    partnerSessionId: api.sessionDigests.digest({
      partnerCode: 'ACME',
      partnerSessionId: 'session-1',
    }),
    requestDigest: '',
    erasedAt: ERASED_AT,
  });
});

const ask = (path: string, headers: Record<string, string>) =>
  supertest(api.app).get(path).set(headers);

describe('an erased submission', () => {
  it('answers its partner with how it ended and when it was erased, and names nobody', async () => {
    const asked = { 'x-onekyc-token': token, 'x-submission-id': started.submissionId };
    const user = { 'x-partner-user-id': 'user-7', 'x-partner-user-id-type': 'ACME_USER_ID' };
    const named = { ...asked, 'x-partner-session-id': 'session-1', ...user };
    for (const headers of [asked, named]) {
      const answer = await ask(DETAILS, headers).expect(200);
      expect(submissionDetailsAnswer.parse(answer.body).data).toMatchObject({
        status: 'COMPLETED',
        result: 'VALID',
        userId: '',
        partnerSessionId: '',
        erasedAt: ERASED_AT.toISOString(),
        submissionDetails: {},
      });
    }
  });

  it('does not exist under another session id', async () => {
    const headers = {
      'x-onekyc-token': token,
      'x-submission-id': started.submissionId,
      'x-partner-session-id': 'session-2',
    };
    await ask(DETAILS, headers).expect(400);
  });

  it('tells a device of its own how it ended, and no other', async () => {
    const answer = await ask(STATUS, { ...started.headers }).expect(200);
    expect(submissionStatusAnswer.parse(answer.body).data).toMatchObject({
      status: 'COMPLETED',
      captures: [],
      captureLock: null,
    });
    const other = { ...started.headers, 'x-partner-session-id': 'session-2' };
    await ask(STATUS, other).expect(403);
  });
});
