import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { partnerTokenAnswer } from '../../../contract/schema/partner-token.js';
import { submissionDetailsAnswer } from '../../../contract/schema/submission-details.js';
import { createDevice, STATUS, UPLOADS } from '../../support/contract/contract-device.js';
import { DETAILS, INITIATE } from '../../support/contract/contract-session.js';
import { openStage, type ContractStage } from '../../support/contract/contract-stage.js';
import { waitPatiently } from '../../support/contract/wait-patiently.js';
import { call, refusalsOf } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');
const USER_TOKEN = 'GET /v2/coe/authentication';

let stage: ContractStage;
let person: ReturnType<typeof describePerson>;
let token: string;

beforeAll(async () => {
  stage = await openStage(platform);
  person = describePerson();
});

afterAll(() => stage.close());

beforeEach(async () => {
  const answer = await call(platform.apiUrl, USER_TOKEN, {
    ...stage.partner.keys.SANDBOX,
    ...person,
  });
  const issued = partnerTokenAnswer.parse(answer.body).data;
  expect(issued.expiry_seconds).toBe('3600');
  ({ token } = issued);
});

function describePerson() {
  return {
    'x-onboarding-partner': `${stage.partner.code}-SDK-KTP_SCAN`,
    'x-partner-user-id': 'SANDBOX-VALID',
    'x-partner-user-id-type': 'TEST_USER',
  };
}

const openDevice = (sessionId: string) =>
  createDevice(platform.apiUrl, { flow: 'KTP_SCAN', sessionId, readToken: () => token });

/** Contract §2: the older SDK flow, which has no initiate. */
describe('a user token of v2', () => {
  it('takes a person from the first presign to the result, which the partner is told', async () => {
    const sessionId = randomUUID();
    const device = openDevice(sessionId);
    const { submissionId, urls } = await device.presign();
    expect(urls.map(({ documentType }) => documentType)).toEqual(['KTP']);
    await device.sendCaptures();
    expect(await device.untilJudged()).toMatchObject({ submissionId, result: 'VALID' });

    const details = await call(platform.apiUrl, DETAILS, {
      ...person,
      'x-onekyc-token': stage.partner.tokens.SANDBOX,
      'x-partner-session-id': sessionId,
    });
    expect(submissionDetailsAnswer.parse(details.body).data).toMatchObject({
      submissionId,
      submissionType: 'KTP_SCAN',
      userId: 'SANDBOX-VALID',
      userIdType: 'TEST_USER',
      result: 'VALID',
    });
    const told = await waitPatiently('the callback', () =>
      Promise.resolve(
        stage.receiver.received('callbacks').find(({ raw }) => raw.includes(submissionId)),
      ),
    );
    expect(JSON.parse(told.raw)).toMatchObject({ partnerSessionId: sessionId, result: 'VALID' });
  });

  it('goes on with its session when it is renewed', async () => {
    const device = openDevice(randomUUID());
    const { submissionId } = await device.presign();
    const renewed = await call(platform.apiUrl, USER_TOKEN, {
      ...stage.partner.keys.SANDBOX,
      ...person,
    });
    ({ token } = partnerTokenAnswer.parse(renewed.body).data);
    expect((await device.presign()).submissionId).toBe(submissionId);
  });

  it('opens one session alone: a second is refused', async () => {
    const first = openDevice(randomUUID());
    const { submissionId } = await first.presign();
    const second = openDevice(randomUUID());
    for (const request of [`GET ${UPLOADS}?submissionType=KTP_SCAN`, STATUS]) {
      const refused = await call(platform.apiUrl, request, second.deviceHeaders());
      expect(refusalsOf(refused), request).toEqual(['403 903 FORBIDDEN']);
    }
    expect((await first.presign()).submissionId).toBe(submissionId);
  });

  it.each([
    {
      what: 'nothing before its first presign',
      request: STATUS,
      refusal: '400 1552 SUBMISSION_DOES_NOT_EXIST',
    },
    { what: 'no details', request: DETAILS, refusal: '403 903 FORBIDDEN' },
    { what: 'no other session by initiate', request: INITIATE, refusal: '403 903 FORBIDDEN' },
    {
      what: 'no flow without a person',
      request: `GET ${UPLOADS}?submissionType=FACE_MATCH`,
      refusal: '400 1540 INVALID_SUBMISSION_TYPE',
    },
  ])('opens $what', async ({ request, refusal }) => {
    const headers = { ...person, ...openDevice(randomUUID()).deviceHeaders() };
    expect(refusalsOf(await call(platform.apiUrl, request, headers))).toContain(refusal);
  });
});
