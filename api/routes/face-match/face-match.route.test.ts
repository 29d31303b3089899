import { once } from 'node:events';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import supertest from 'supertest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { faceMatchAnswer, pendingFaceMatchAnswer } from '../../../contract/schema/face-match.js';
import {
  addPartner,
  createApiUnderTest,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';

const PATH = '/coe-partner/v1/face-match';
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);
/** Of a wait in a test: as many calls at once take a while on a busy machine. */
const PATIENCE = { timeout: 4_000 };
const URLS = {
  selfieUrl: 'https://acme.example/a.jpg',
  referenceUrl: 'https://acme.example/b.jpg',
};

describe('Face Match', () => {
  let api: ApiUnderTest;
  let token: string;

  beforeEach(async () => {
    api = await createApiUnderTest({ details: { faceMatchScore: 0.91 } });
    ({ token } = await addPartner(api));
  });

  const call = (headers: Readonly<Record<string, string>> = {}) =>
    supertest(api.app)
      .post(PATH)
      .set({
        'x-onekyc-token': token,
        'x-onboarding-partner': 'ACME-BE-FACE_MATCH',
        'x-partner-user-id': 'user-7',
        'x-partner-user-id-type': 'ACME_USER_ID',
        'x-partner-session-id': 'session-1',
        ...headers,
      });
  const sendFiles = (selfie = JPEG, reference = PNG) =>
    call().attach('selfie', selfie, 'a.jpg').attach('reference', reference, 'b.png');
  const causesOf = (answer: { body: unknown }) =>
    failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);
  const endWith = (changed: Parameters<ApiUnderTest['submissions']['change']>[1]) => {
    api.runs.onAwaitEnd((id) => {
      api.submissions.change(id, changed);
      return true;
    });
  };
  const VALID = { status: 'COMPLETED', result: 'VALID', reasonCode: null } as const;

  it('answers 200 with the score when it is decided in time', async () => {
    endWith(VALID);
    const answer = await sendFiles().expect(200);
    const [submission] = api.submissions.all();
    expect(submission).toMatchObject({ flow: 'FACE_MATCH', confirmedAttempt: 1 });
    expect(faceMatchAnswer.parse(answer.body).data).toEqual({
      submissionId: submission!.id,
      ...VALID,
      faceMatchScore: 0.91,
    });
  });

  it('answers 202 when it takes longer, and the result when it is asked again', async () => {
    const first = await sendFiles().expect(202);
    const { submissionId } = pendingFaceMatchAnswer.parse(first.body).data;
    api.submissions.change(submissionId, VALID);
    api.runs.end(submissionId);
    const second = await sendFiles().expect(200);
    expect(faceMatchAnswer.parse(second.body).data).toMatchObject({ submissionId, ...VALID });
    expect(api.submissions.all()).toHaveLength(1);
  });

  it('is in the audit log each time that it tells what was found', async () => {
    await sendFiles().expect(202);
    expect(api.operators.audited).toEqual([]);
    endWith(VALID);
    await sendFiles().expect(200);
    await sendFiles().expect(200);
    const { id: submissionId } = api.submissions.all()[0]!;
    const told = {
      actor: 'partner:ACME',
      action: 'submission.details.read',
      partnerCode: 'ACME',
      detail: { submissionId },
    };
    expect(api.operators.audited).toMatchObject([told, told]);
  });

  it('is one submission for two calls at the same moment', async () => {
    endWith(VALID);
    const answers = await Promise.all([sendFiles().expect(200), sendFiles().expect(200)]);
    const ids = answers.map(({ body }) => faceMatchAnswer.parse(body).data.submissionId);
    expect(new Set(ids).size).toBe(1);
  });

  it('answers a repetition with the result also after the session’s lifetime', async () => {
    endWith(VALID);
    const first = await sendFiles().expect(200);
    api.clock.advance(86_400);
    ({ token } = await addPartner(api));
    const second = await sendFiles().expect(200);
    expect(second.body).toEqual(first.body);
  });

  it('waits for what is left of ten seconds after starting and submitting', async () => {
    const runs = { ...api.runs };
    vi.spyOn(api.runs, 'start').mockImplementation((submission) => {
      api.clock.advance(4);
      return runs.start(submission);
    });
    vi.spyOn(api.runs, 'confirm').mockImplementation((id, input) => {
      api.clock.advance(3);
      return runs.confirm(id, input);
    });
    const awaitEnd = vi.spyOn(api.runs, 'awaitEnd');
    await sendFiles().expect(202);
    expect(awaitEnd).toHaveBeenLastCalledWith(expect.any(String), 3000);
    api.runs.confirm = (id, input) => {
      api.clock.advance(30);
      return runs.confirm(id, input);
    };
    await sendFiles().set('x-partner-session-id', 'session-2').expect(202);
    expect(awaitEnd).toHaveBeenLastCalledWith(expect.any(String), 0);
  });

  it('holds the images of eight calls at most, four of them of one partner', async () => {
    const { token: other } = await addPartner(api, { code: 'OTHER' });
    const OTHER = { 'x-onekyc-token': other, 'x-onboarding-partner': 'OTHER-BE-FACE_MATCH' };
    let release: (hasEnded: boolean) => void = () => undefined;
    const held = new Promise<boolean>((resolve) => {
      release = resolve;
    });
    let waiting = 0;
    api.runs.onAwaitEnd(() => {
      waiting += 1;
      return held;
    });
    const send = (session: string, as: object = {}) =>
      call({ 'x-partner-session-id': session, ...as })
        .attach('selfie', JPEG, 'a.jpg')
        .attach('reference', PNG, 'b.png');
    const ours = ['1', '2', '3', '4'].map((session) => send(session).then());
    await vi.waitFor(() => {
      expect(waiting).toBe(4);
    }, PATIENCE);
    const fifth = await send('5').expect(503);
    expect(causesOf(fifth)).toEqual(['900 GENERIC_SERVICE_ERROR']);
    expect(fifth.headers['retry-after']).toBe('2');
    const theirs = ['1', '2', '3', '4'].map((session) => send(session, OTHER).then());
    await vi.waitFor(() => {
      expect(waiting).toBe(8);
    }, PATIENCE);
    await send('5', OTHER).expect(503);
    const third = await addPartner(api, { code: 'THIRD' });
    const THIRD = { 'x-onekyc-token': third.token, 'x-onboarding-partner': 'THIRD-BE-FACE_MATCH' };
    await send('1', THIRD).expect(503);
    expect(api.submissions.all()).toHaveLength(8);
    const addressed = call({ 'x-partner-session-id': '6' }).send(URLS).then();
    await vi.waitFor(() => {
      expect(waiting).toBe(9);
    }, PATIENCE);
    release(false);
    const answers = await Promise.all([...ours, ...theirs, addressed]);
    expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(202));
    await send('5').expect(202);
  });

  describe('while slow callers hold all places of a partner', () => {
    let server: Server;
    let slow: readonly Socket[];

    const sendHalf = async () => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      await once(socket, 'connect');
      const head = {
        'x-onekyc-token': token,
        'x-onboarding-partner': 'ACME-BE-FACE_MATCH',
        'x-partner-user-id': 'user-7',
        'x-partner-user-id-type': 'ACME_USER_ID',
        'x-partner-session-id': 'session-1',
        host: 'x',
        'content-length': '5000',
        'content-type': 'multipart/form-data; boundary=b',
      };
      const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
      const part = '--b\r\ncontent-disposition: form-data; name="selfie"; filename="a"\r\n\r\nhalf';
      socket.write(`POST ${PATH} HTTP/1.1\r\n${lines.join('')}\r\n${part}`);
      return socket;
    };

    beforeEach(async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      server = api.app.listen(0, '127.0.0.1');
      await once(server, 'listening');
      slow = await Promise.all([1, 2, 3, 4].map(sendHalf));
      await vi.waitFor(async () => {
        await sendFiles().expect(503);
      }, PATIENCE);
    });

    afterEach(() => {
      vi.useRealTimers();
      for (const socket of slow) socket.destroy();
      server.close();
    });

    it('the place of one that breaks off comes back', async () => {
      for (const socket of slow) socket.destroy();
      await vi.waitFor(async () => {
        await sendFiles().expect(202);
      }, PATIENCE);
    });

    it('the place of one comes back after ten seconds, and the connection is closed', async () => {
      const answers = Promise.all(slow.map((socket) => text(socket)));
      await vi.advanceTimersByTimeAsync(10_000);
      for (const answer of await answers) {
        expect(answer).toMatch(/^HTTP\/1\.1 408 /);
        expect(answer).toMatch(/\r\nconnection: close\r\n/i);
        const [, body = ''] = answer.split('\r\n\r\n');
        expect(causesOf({ body: JSON.parse(body) as unknown })).toEqual(['408 REQUEST_TIMEOUT']);
      }
      await sendFiles().expect(202);
    });
  });

  it('hands addresses to the workflow: the API itself fetches nothing', async () => {
    await call().send(URLS).expect(202);
    const [submission] = api.submissions.all();
    expect(api.runs.fetched.get(submission!.id)).toEqual([
      { documentType: 'SELFIE', url: URLS.selfieUrl },
      { documentType: 'REFERENCE', url: URLS.referenceUrl },
    ]);
  });

  it('refuses other images under the same session', async () => {
    await sendFiles().expect(202);
    const answer = await sendFiles(PNG, JPEG).expect(409);
    expect(causesOf(answer)).toEqual(['1554 PARTNER_SESSION_ID_ALREADY_USED']);
  });

  it('names every missing header before it reads an image', async () => {
    const answer = await supertest(api.app).post(PATH).attach('selfie', JPEG, 'a.jpg').expect(400);
    expect(causesOf(answer)).toEqual([
      '1539 ONEKYC_TOKEN_CAN_NOT_BE_EMPTY',
      '1539 ONBOARDING_PARTNER_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_USER_ID_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_USER_ID_TYPE_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY',
    ]);
  });

  it.each([
    [
      'a missing file',
      () => call().attach('selfie', JPEG, 'a.jpg'),
      '1539 REFERENCE_CAN_NOT_BE_EMPTY',
    ],
    ['a file that is no image', () => sendFiles(Buffer.from('GIF89a')), '1540 INVALID_SELFIE'],
    ['an empty file', () => sendFiles(Buffer.alloc(0)), '1539 SELFIE_CAN_NOT_BE_EMPTY'],
    [
      'a file of another name',
      () => sendFiles().attach('third', JPEG, 'c.jpg'),
      '1540 INVALID_REQUEST_BODY',
    ],
    ['a field among the files', () => sendFiles().field('flow', 'x'), '1540 INVALID_REQUEST_BODY'],
    [
      'a missing address',
      () => call().send({ selfieUrl: URLS.selfieUrl }),
      '1539 REFERENCE_URL_CAN_NOT_BE_EMPTY',
    ],
    [
      'an address of a file',
      () => call().send({ ...URLS, selfieUrl: 'file:///etc/passwd' }),
      '1540 INVALID_SELFIE_URL',
    ],
  ])('refuses %s', async (_case, send, cause) => {
    expect(causesOf(await send().expect(400))).toEqual([cause]);
    expect(api.submissions.all()).toEqual([]);
  });

  it('refuses an image that is too large', async () => {
    const large = Buffer.concat([JPEG, Buffer.alloc(10 * 1024 * 1024)]);
    expect(causesOf(await sendFiles(large).expect(400))).toEqual(['1558 DOCUMENT_TOO_LARGE']);
  });

  it('is refused to a partner that is not set to it', async () => {
    const { token: other } = await addPartner(api, {
      code: 'OTHER',
      settings: { flows: ['KTP_SCAN'] },
    });
    const answer = await call({
      'x-onekyc-token': other,
      'x-onboarding-partner': 'OTHER-BE-FACE_MATCH',
    })
      .send(URLS)
      .expect(400);
    expect(causesOf(answer)).toEqual(['1540 INVALID_FLOW']);
    // The call has none that would have to be another.
    expect(failureEnvelope.parse(answer.body).errors[0]).not.toHaveProperty('field');
  });

  it('cannot be initiated as a session of a person', async () => {
    const answer = await supertest(api.app)
      .post('/coe-partner/v1/initiate-flow')
      .set({
        'x-onekyc-token': token,
        'x-onboarding-partner': 'ACME-SDK-FACE_MATCH',
        'x-partner-user-id': 'user-7',
        'x-partner-user-id-type': 'ACME_USER_ID',
        'x-partner-session-id': 'session-1',
      })
      .send({ flow: 'FACE_MATCH', source: 'SDK' })
      .expect(400);
    expect(
      z.object({ errors: z.array(z.object({ cause: z.string() })) }).parse(answer.body),
    ).toEqual({ errors: [{ cause: 'INVALID_FLOW' }] });
  });
});
