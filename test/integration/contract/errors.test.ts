import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { STATUS, UPLOADS } from '../../support/contract/contract-device.js';
import { createOperator, type ContractPartner } from '../../support/contract/contract-partner.js';
import {
  CANCEL,
  createSession,
  DETAILS,
  INITIATE,
  type ContractSession,
} from '../../support/contract/contract-session.js';
import { call, refusalsOf, type Headers } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');
const TOKEN = 'GET /v1/coe/partner/authentication';
const USER_TOKEN = 'GET /v2/coe/authentication';
const PRESIGN = `GET ${UPLOADS}?submissionType=KTP_SCAN`;
const CONFIRM = `PUT ${UPLOADS}`;

let partner: ContractPartner;
let other: ContractPartner;
let session: ContractSession;

beforeAll(async () => {
  const operator = await createOperator(platform);
  partner = await operator.createPartner();
  other = await operator.createPartner();
  session = beginFor('SANDBOX-VALID');
  await session.openInApp();
});

const beginFor = (userId: string) =>
  createSession(platform.apiUrl, partner, { flow: 'KTP_SCAN', userId });

const send = (request: string, headers: Headers, json?: unknown) =>
  call(platform.apiUrl, request, headers, json);

/** The error tables of §1, §2, §3, §8 and the codes of §15.3. */
describe('every row of the error tables', () => {
  const initiateWith = (headers: Headers, json: unknown = { flow: 'KTP_SCAN', source: 'SDK' }) =>
    send(INITIATE, { ...session.partnerHeaders, ...headers }, json);
  const fresh = () => ({ 'x-partner-session-id': randomUUID() });

  it.each([
    [
      '§1 wrong pass-key',
      '401 110 UNAUTHORIZED',
      () => send(TOKEN, { ...partner.keys.PRODUCTION, 'pass-key': randomUUID() }),
    ],
    [
      '§1 unknown client',
      '401 110 UNAUTHORIZED',
      () => send(TOKEN, { 'client-id': randomUUID(), 'pass-key': randomUUID() }),
    ],
    [
      '§2 another partner’s code',
      '403 110 ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT',
      () => send(USER_TOKEN, { ...session.partnerHeaders, ...other.keys.PRODUCTION }),
    ],
    ['§3 no token of ours', '401 110 UNAUTHORIZED', () => initiateWith({ 'x-onekyc-token': 'x' })],
    [
      '§3 another partner’s code',
      '403 110 ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT',
      () => initiateWith({ 'x-onboarding-partner': `${other.code}-SDK-KTP_SCAN` }),
    ],
    ['§3 no flow', '400 1539 FLOW_CAN_NOT_BE_EMPTY', () => initiateWith(fresh(), {})],
    [
      '§3 no source',
      '400 1539 SOURCE_CAN_NOT_BE_EMPTY',
      () => initiateWith(fresh(), { flow: 'KTP_SCAN' }),
    ],
    [
      '§3 an unknown flow',
      '400 1540 INVALID_FLOW',
      () => initiateWith(fresh(), { flow: 'STANDALONE_IDENTITY_VERIFICATION', source: 'SDK' }),
    ],
    [
      '§3 a flow without a person',
      '400 1540 INVALID_FLOW',
      () => initiateWith(fresh(), { flow: 'FACE_MATCH', source: 'SDK' }),
    ],
    [
      '§3 an unknown source',
      '400 1540 INVALID_SOURCE',
      () => initiateWith(fresh(), { flow: 'KTP_SCAN', source: 'WEB' }),
    ],
    [
      '§3 a browser without a way back after success',
      '400 1540 SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
      () => initiateWith(fresh(), { flow: 'KTP_SCAN', source: 'WEB_SDK' }),
    ],
    [
      '§3 a browser without a way back after failure',
      '400 1540 FAILURE_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
      () => initiateWith(fresh(), { flow: 'KTP_SCAN', source: 'WEB_SDK' }),
    ],
    [
      '§3 the session with another body',
      '409 1554 PARTNER_SESSION_ID_ALREADY_USED',
      () => initiateWith({}, { flow: 'KYC_LITE', source: 'SDK' }),
    ],
    [
      '§9 a flow that needs a reference image',
      '400 1540 REFERENCE_IMAGE_NOT_CONFIGURED',
      () =>
        initiateWith(
          { ...fresh(), 'x-onekyc-token': partner.tokens.PRODUCTION },
          { flow: 'FACE_VERIFICATION', source: 'SDK' },
        ),
    ],
    [
      '§8 an unknown session',
      '400 1552 SUBMISSION_DOES_NOT_EXIST',
      () => send(DETAILS, { ...session.partnerHeaders, ...fresh() }),
    ],
    [
      '§8 another partner’s session',
      '400 1552 SUBMISSION_DOES_NOT_EXIST',
      () => send(DETAILS, { ...session.partnerHeaders, 'x-onekyc-token': other.tokens.SANDBOX }),
    ],
    [
      '§8 another user',
      '400 1553 PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER',
      () => send(DETAILS, { ...session.partnerHeaders, 'x-partner-user-id': 'somebody' }),
    ],
    [
      '§8 no token of ours',
      '401 110 UNAUTHORIZED',
      () => send(DETAILS, { ...session.partnerHeaders, 'x-onekyc-token': 'x' }),
    ],
    [
      '§8 a user token',
      '403 903 FORBIDDEN',
      () => send(DETAILS, { ...session.partnerHeaders, ...session.deviceHeaders() }),
    ],
    [
      '§4 the type of another flow',
      '400 1540 INVALID_SUBMISSION_TYPE',
      () => send(`GET ${UPLOADS}?submissionType=KYC_LITE`, session.deviceHeaders()),
    ],
    [
      '§4 no type',
      '400 1550 SUBMISSION_TYPE_CAN_NOT_BE_EMPTY',
      () => send(`GET ${UPLOADS}`, session.deviceHeaders()),
    ],
    [
      '§4 a partner token where the person’s is asked',
      '403 903 FORBIDDEN',
      () => send(PRESIGN, { ...session.deviceHeaders(), ...session.partnerHeaders }),
    ],
    [
      '§6 a confirm before the upload',
      '400 1555 DOCUMENT_NOT_UPLOADED',
      async () => {
        const { submissionId } = await session.presign();
        return send(CONFIRM, session.deviceHeaders(), { submissionId });
      },
    ],
    [
      '§15.3 an upload while the attempt before is judged',
      '409 1556 ATTEMPT_ALREADY_CONFIRMED',
      async () => {
        const judged = beginFor('SANDBOX-VALID-AFTER-120');
        await judged.openInApp();
        await judged.sendCaptures();
        return send(PRESIGN, judged.deviceHeaders());
      },
    ],
    [
      '§6 a confirm of another submission',
      '403 903 FORBIDDEN',
      () => send(CONFIRM, session.deviceHeaders(), { submissionId: randomUUID() }),
    ],
  ])('%s: %s', async (_row, refusal, run) => {
    expect(refusalsOf(await run())).toContain(refusal);
  });

  /** By the submission's id, which alone does: the session's own id is sought among one's own. */
  it.each([DETAILS, STATUS, CANCEL])('§8 another partner’s submission: %s', async (request) => {
    const { submissionId } = await session.presign();
    const answer = await send(request, {
      'x-onekyc-token': other.tokens.SANDBOX,
      'x-submission-id': submissionId,
    });
    expect(refusalsOf(answer)).toEqual(['400 1552 SUBMISSION_DOES_NOT_EXIST']);
  });

  it('takes the submission id alone for details, and ignores the onboarding partner', async () => {
    const { submissionId } = await session.presign();
    const answer = await send(DETAILS, {
      'x-onekyc-token': partner.tokens.SANDBOX,
      'x-submission-id': submissionId,
    });
    expect(answer.body).toMatchObject({ success: true, data: { submissionId } });
  });

  it('takes the session alone for details where the partner is set to that (§14.2)', async () => {
    const operator = await createOperator(platform);
    const lenient = await operator.createPartner({ settings: { lenientDetailsHeaders: true } });
    const theirs = createSession(platform.apiUrl, lenient, { flow: 'KTP_SCAN' });
    await theirs.openInApp();
    const answer = await send(DETAILS, {
      'x-onekyc-token': lenient.tokens.SANDBOX,
      'x-partner-session-id': theirs.sessionId,
    });
    expect(answer.status).toBe(200);
  });
});
