import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { submissionStateAnswer } from '../../../contract/schema/confirm-captures.js';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { submissionDetailsAnswer } from '../../../contract/schema/submission-details.js';
import { submissionStatusAnswer } from '../../../contract/schema/submission-status.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  startSubmission,
  type ApiUnderTest,
  type StartedSubmission,
} from '../../../test/support/api-under-test.js';
import { serviceUnavailable } from '../../errors.js';

const STATUS = '/coe-partner/v1/submissions/status';
const DETAILS = '/coe/v1/submissions';
const CANCEL = '/coe-partner/v1/submissions/cancel';

const found = { verificationResult: { document: 'PASS' } } as const;
const sessionId = 'session-of-7';
let api: ApiUnderTest;
let partnerToken: string;
let started: StartedSubmission;
let named: Record<string, string>;

beforeEach(async () => {
  api = await createApiUnderTest({ details: found });
  partnerToken = (await addPartner(api)).token;
  started = await startSubmission(api, partnerToken, sessionId);
  named = {
    'x-onekyc-token': partnerToken,
    'x-partner-session-id': sessionId,
    'x-partner-user-id': 'user-7',
    'x-partner-user-id-type': 'ACME_USER_ID',
  };
});

const get = (path: string, headers: object) =>
  supertest(api.app)
    .get(path)
    .set({ ...headers });
const cancel = (headers: object = named) =>
  supertest(api.app)
    .post(CANCEL)
    .set({ ...headers });
const errorsOf = (answer: { body: unknown }) =>
  failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

const end = (changed: object) => {
  api.submissions.change(started.submissionId, {
    processedAt: api.clock.now(),
    awaiting: [],
    ...changed,
  });
};

describe('status', () => {
  it('is told to the user token with the capture headers', async () => {
    const { data } = submissionStatusAnswer.parse(
      (await get(STATUS, started.headers).expect(200)).body,
    );
    expect(data).toMatchObject({
      submissionId: started.submissionId,
      status: 'IN_PROGRESS',
      nextAction: null,
      captures: ['KTP'],
      attempt: 1,
    });
  });

  it('is told to the partner token by session or by submission id', async () => {
    const key = { 'x-onekyc-token': partnerToken };
    await get(STATUS, { ...key, 'x-partner-session-id': sessionId }).expect(200);
    await get(STATUS, { ...key, 'x-submission-id': started.submissionId }).expect(200);
  });

  it('of nothing in particular is 400/1550', async () => {
    const none = await get(STATUS, {}).expect(400);
    expect(errorsOf(none)).toEqual([
      '1550 ONEKYC_TOKEN_CAN_NOT_BE_EMPTY',
      '1550 PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY',
      '1550 SDK_SESSION_ID_CAN_NOT_BE_EMPTY',
    ]);
    const unkeyed = await get(STATUS, { 'x-onekyc-token': partnerToken }).expect(400);
    expect(errorsOf(unkeyed)).toEqual(['1550 PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY']);
  });

  it('is refused with 403/903 to a user token that the headers do not name', async () => {
    const other = { ...started.headers, 'x-submission-id': randomUUID() };
    expect(errorsOf(await get(STATUS, other).expect(403))).toEqual(['903 FORBIDDEN']);
    const session = { ...started.headers, 'x-partner-session-id': 'another' };
    expect(errorsOf(await get(STATUS, session).expect(403))).toEqual(['903 FORBIDDEN']);
    await get(STATUS, { ...started.headers, 'x-submission-id': started.submissionId }).expect(200);
  });

  it('is refused with 401 to an expired user token', async () => {
    api.clock.advance(3601);
    await get(STATUS, started.headers).expect(401);
  });
});

describe('Get Submission Details', () => {
  it('tells the whole record after the end', async () => {
    end({ status: 'COMPLETED', result: 'INVALID', reasonCode: 'NIK_INVALID' });
    const answer = await get(DETAILS, named).expect(200);
    expect(submissionDetailsAnswer.parse(answer.body).data).toEqual({
      submissionId: started.submissionId,
      submissionType: 'KTP_SCAN',
      userId: 'user-7',
      userIdType: 'ACME_USER_ID',
      partnerSessionId: sessionId,
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'NIK_INVALID',
      processedAt: api.clock.now().toISOString(),
      submissionDetails: found,
    });
  });

  it('is in the audit log once there was something about the person to tell', async () => {
    await get(DETAILS, named).expect(200);
    expect(api.operators.audited).toEqual([]);
    end({ status: 'COMPLETED', result: 'VALID' });
    await get(DETAILS, named).expect(200);
    expect(api.operators.audited).toMatchObject([
      {
        actor: 'partner:ACME',
        action: 'submission.details.read',
        partnerCode: 'ACME',
        detail: { submissionId: started.submissionId },
      },
    ]);
  });

  it('tells nothing of what was read while the submission is in progress', async () => {
    const answer = await get(DETAILS, named).expect(200);
    expect(submissionDetailsAnswer.parse(answer.body).data).toMatchObject({
      status: 'IN_PROGRESS',
      result: null,
      reasonCode: null,
      processedAt: null,
      submissionDetails: {},
    });
  });

  it('is answered by x-submission-id alone', async () => {
    const headers = { 'x-onekyc-token': partnerToken, 'x-submission-id': started.submissionId };
    await get(DETAILS, headers).expect(200);
  });

  it.each([
    ['x-onekyc-token', 'ONEKYC_TOKEN_CAN_NOT_BE_EMPTY'],
    ['x-partner-session-id', 'PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY'],
    ['x-partner-user-id', 'PARTNER_USER_ID_CAN_NOT_BE_EMPTY'],
    ['x-partner-user-id-type', 'PARTNER_USER_ID_TYPE_CAN_NOT_BE_EMPTY'],
  ])('is 400/1550 without %s', async (header, cause) => {
    const answer = await get(DETAILS, { ...named, [header]: '' }).expect(400);
    expect(errorsOf(answer)).toEqual([`1550 ${cause}`]);
  });

  it('names all missing headers at once', async () => {
    expect(errorsOf(await get(DETAILS, {}).expect(400))).toHaveLength(4);
  });

  it('of an unknown session or submission is 400/1552', async () => {
    const key = { 'x-onekyc-token': partnerToken };
    for (const headers of [
      { ...named, 'x-partner-session-id': 'unknown' },
      { ...key, 'x-submission-id': randomUUID() },
      { ...key, 'x-submission-id': 'no-uuid' },
      { ...named, 'x-partner-session-id': 'unknown', 'x-submission-id': started.submissionId },
    ]) {
      const answer = await get(DETAILS, headers).expect(400);
      expect(errorsOf(answer)).toEqual(['1552 SUBMISSION_DOES_NOT_EXIST']);
    }
  });

  it('of another partner’s submission is 400/1552', async () => {
    const { token } = await addPartner(api, { code: 'OTHER' });
    for (const key of [{}, { 'x-submission-id': started.submissionId }]) {
      const answer = await get(DETAILS, { ...named, ...key, 'x-onekyc-token': token }).expect(400);
      expect(errorsOf(answer)).toEqual(['1552 SUBMISSION_DOES_NOT_EXIST']);
    }
  });

  it.each(['x-partner-user-id', 'x-partner-user-id-type'])(
    'of another %s is 400/1553',
    async (header) => {
      const answer = await get(DETAILS, { ...named, [header]: 'other' }).expect(400);
      expect(errorsOf(answer)).toEqual(['1553 PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER']);
    },
  );

  it('is refused with 401/110 and 403/903 to tokens that may not see it', async () => {
    expect(errorsOf(await get(DETAILS, { ...named, 'x-onekyc-token': 'x' }).expect(401))).toEqual([
      '110 UNAUTHORIZED',
    ]);
    const user = { ...named, 'x-onekyc-token': started.userToken };
    expect(errorsOf(await get(DETAILS, user).expect(403))).toEqual(['903 FORBIDDEN']);
  });
});

describe('cancel', () => {
  /** After the row was read and before the workflow is told. */
  const endMeanwhile = (ended: object) => {
    const runs = { ...api.runs };
    vi.spyOn(api.runs, 'start').mockImplementation(async (submission) => {
      await runs.start(submission);
      end(ended);
      api.runs.end(started.submissionId);
    });
  };

  it('tells the workflow', async () => {
    const answer = await cancel().expect(200);
    expect(submissionStateAnswer.parse(answer.body).data).toEqual({
      submissionId: started.submissionId,
      status: 'IN_PROGRESS',
    });
    expect(api.runs.cancelled).toEqual([started.submissionId]);
  });

  it('starts the workflow that initiate could not, so that there is one to end', async () => {
    const headers = { 'x-partner-session-id': 'session-of-8' };
    api.runs.failWith(serviceUnavailable(new Error('away')));
    await initiate(api.app, { token: partnerToken, headers }).expect(503);
    api.runs.failWith(null);
    await cancel({ ...named, ...headers }).expect(200);
    const [, { id }] = api.submissions.all() as [unknown, { id: string }];
    expect(api.runs.started.map(({ submissionId }) => submissionId)).toContain(id);
    expect(api.runs.cancelled).toEqual([id]);
  });

  it('of a cancelled submission is no error', async () => {
    end({ status: 'ERROR', reasonCode: 'CANCELLED_BY_PARTNER' });
    const answer = await cancel().expect(200);
    expect(submissionStateAnswer.parse(answer.body).data).toMatchObject({ status: 'ERROR' });
    expect(api.runs.cancelled).toEqual([]);
  });

  it('of a submission that has ended otherwise is 409/1557', async () => {
    end({ status: 'COMPLETED', result: 'VALID' });
    expect(errorsOf(await cancel().expect(409))).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
  });

  it('that comes second to another at the same moment is no error', async () => {
    endMeanwhile({ status: 'ERROR', reasonCode: 'CANCELLED_BY_PARTNER' });
    const answer = await cancel().expect(200);
    expect(submissionStateAnswer.parse(answer.body).data).toEqual({
      submissionId: started.submissionId,
      status: 'ERROR',
    });
  });

  it('of a submission that ends otherwise at that moment is 409/1557', async () => {
    endMeanwhile({ status: 'COMPLETED', result: 'VALID' });
    expect(errorsOf(await cancel().expect(409))).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
  });

  it('in the moment before the row tells of the end is 409/1557', async () => {
    api.runs.end(started.submissionId);
    expect(errorsOf(await cancel().expect(409))).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
  });

  it('needs the partner token and the headers of details', async () => {
    expect(errorsOf(await cancel({}).expect(400))).toHaveLength(4);
    const user = { ...named, 'x-onekyc-token': started.userToken };
    expect(errorsOf(await cancel(user).expect(403))).toEqual(['903 FORBIDDEN']);
    const unknown = { ...named, 'x-partner-session-id': 'unknown' };
    expect(errorsOf(await cancel(unknown).expect(400))).toEqual(['1552 SUBMISSION_DOES_NOT_EXIST']);
  });
});
