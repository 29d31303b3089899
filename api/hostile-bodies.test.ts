import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../contract/schema/envelope.js';
import {
  addPartner,
  createApiUnderTest,
  startSubmission,
  type ApiUnderTest,
} from '../test/support/api-under-test.js';

const INITIATE = '/coe-partner/v1/initiate-flow';
const UPLOADS = '/coe-partner/v1/submissions/url';

let api: ApiUnderTest;
let token: string;

beforeEach(async () => {
  api = await createApiUnderTest();
  ({ token } = await addPartner(api));
});

const errorsOf = (answer: { body: unknown }) =>
  failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

describe('bodies', () => {
  const sendText = (text: string, type = 'application/json') =>
    supertest(api.app)
      .post(INITIATE)
      .set({
        'x-onekyc-token': token,
        'x-onboarding-partner': 'ACME-SDK-KTP_SCAN',
        'x-partner-user-id': 'user-7',
        'x-partner-user-id-type': 'ACME_USER_ID',
        'x-partner-session-id': 'session-1',
        'content-type': type,
      })
      .send(text);

  /** A complete body whose additional member is nested `depth` deep. */
  const nested = (depth: number, [open, close]: [string, string]) =>
    `{"flow":"KTP_SCAN","source":"SDK","x":${open.repeat(depth)}1${close.repeat(depth)}}`;

  it.each<[string, [string, string]]>([
    ['arrays', ['[', ']']],
    ['objects', ['{"a":', '}']],
  ])('of %s nested 10,000 deep are refused', async (_kind, brackets) => {
    const text = nested(10_000, brackets);
    expect(text.length).toBeLessThan(64 * 1024);
    expect(errorsOf(await sendText(text).expect(400))).toEqual(['1540 INVALID_REQUEST_BODY']);
    expect(api.submissions.all()).toEqual([]);
  });

  it('of usual depth pass', async () => {
    await sendText(nested(20, ['[', ']'])).expect(200);
  });

  it('of 64 KB that are wide pass', async () => {
    const wide = `{"flow":"KTP_SCAN","source":"SDK","x":[${'{},'.repeat(20_000)}1]}`;
    await sendText(wide).expect(200);
  });

  it('that are larger are refused', async () => {
    const large = nested(33_000, ['[', ']']);
    expect(errorsOf(await sendText(large).expect(413))).toEqual(['413 REQUEST_BODY_TOO_LARGE']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'text/json'])(
    'of type %s are refused as such',
    async (type) => {
      const answer = await sendText('{"flow":"KTP_SCAN","source":"SDK"}', type).expect(415);
      expect(errorsOf(answer)).toEqual(['415 UNSUPPORTED_MEDIA_TYPE']);
    },
  );

  it('with nothing in them may be of any type', async () => {
    const answer = await sendText('', 'text/plain').set('content-length', '0').expect(400);
    expect(errorsOf(answer)).toContain('1539 FLOW_CAN_NOT_BE_EMPTY');
  });

  it('in another character set are refused', async () => {
    await sendText('{}', 'application/json; charset=iso-8859-1').expect(415);
  });

  it.each(['[]', '"text"', '1', 'null', '[{"flow":"KTP_SCAN","source":"SDK"}]', '{', ''])(
    'that are no object are refused: %s',
    async (text) => {
      await sendText(text).expect(400);
      expect(api.submissions.all()).toEqual([]);
    },
  );

  it.each([
    '{"flow":"KTP_SCAN","source":"SDK","__proto__":{"isAdmin":true}}',
    '{"flow":"KTP_SCAN","source":"SDK","constructor":{"prototype":{"isAdmin":true}}}',
    '{"flow":"KTP_SCAN","source":"SDK","additionalDetails":{"__proto__":{"allowQr":true,"isAdmin":true}}}',
  ])('with members of prototypes change nothing but are remembered: %s', async (text) => {
    await sendText(text).expect(200);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(api.submissions.all()).toMatchObject([{ allowQr: false }]);
    // The repetition without the member is another body.
    await sendText('{"flow":"KTP_SCAN","source":"SDK"}').expect(409);
  });

  it('do not take required members from a prototype', async () => {
    const answer = await sendText('{"__proto__":{"flow":"KTP_SCAN","source":"SDK"}}').expect(400);
    expect(errorsOf(answer)).toEqual([
      '1539 FLOW_CAN_NOT_BE_EMPTY',
      '1539 SOURCE_CAN_NOT_BE_EMPTY',
    ]);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'cannot name %s as a flow',
    async (flow) => {
      const answer = await sendText(JSON.stringify({ flow, source: 'SDK' })).expect(400);
      expect(errorsOf(answer)).toEqual(['1540 INVALID_FLOW']);
    },
  );

  it('of confirm may hold anything in its metadata', async () => {
    const { headers, submissionId } = await startSubmission(api, token);
    const text = `{"submissionId":"${submissionId}","metadata":{"__proto__":{"x":1},"a":{}}}`;
    const answer = await supertest(api.app)
      .put(UPLOADS)
      .set({ ...headers, 'content-type': 'application/json' })
      .send(text)
      .expect(400);
    expect(errorsOf(answer)).toEqual(['1555 DOCUMENT_NOT_UPLOADED']);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
