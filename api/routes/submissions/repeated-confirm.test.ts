import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { uploadUrlsAnswer } from '../../../contract/schema/upload-urls.js';
import { StoreError } from '../../../db/store-error.js';
import {
  addPartner,
  createApiUnderTest,
  startSubmission,
  type ApiUnderTest,
  type StartedSubmission,
} from '../../../test/support/api-under-test.js';
import { issueUserToken } from '../../tokens/user-token.js';

const PATH = '/coe-partner/v1/submissions/url';

let api: ApiUnderTest;
let started: StartedSubmission;

beforeEach(async () => {
  api = await createApiUnderTest();
  const { token } = await addPartner(api);
  started = await startSubmission(api, token, randomUUID(), { flow: 'KYC_LITE' });
});

const errorsOf = (answer: { body: unknown }) =>
  failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

const presign = (headers: object = started.headers) =>
  supertest(api.app)
    .get(`${PATH}?submissionType=KYC_LITE`)
    .set({ ...headers });

const confirm = (headers: object = started.headers, body: object = {}) =>
  supertest(api.app)
    .put(PATH)
    .set({ ...headers })
    .send({ submissionId: started.submissionId, ...body });

const away = () => new StoreError('recording a confirm', 'ECONNREFUSED', null);

/** Of a token that was issued while the device may only look. */
async function headersAfterTheSession() {
  api.clock.advance(86_400);
  const submission = (await api.submissions.find(started.submissionId))!;
  const { token } = await issueUserToken(api.tokens, { submission, now: api.clock.now() });
  return { ...started.headers, 'x-onekyc-token': token };
}

function upload(documentType: 'KTP' | 'SELFIE', content: string): void {
  const { submissionId } = started;
  void api.uploads.put({ submissionId, attempt: 1, documentType }, Buffer.from(content));
}

function uploadBoth(): void {
  upload('KTP', 'card');
  upload('SELFIE', 'face');
}

describe('a confirm that names its attempt', () => {
  const confirmAttempt = (attempt: number) => confirm(started.headers, { attempt });

  async function judgeFirst(): Promise<void> {
    const { data } = uploadUrlsAnswer.parse((await presign().expect(200)).body);
    expect(data.attempt).toBe(1);
    uploadBoth();
    await confirmAttempt(1).expect(200);
    api.submissions.change(started.submissionId, {
      awaiting: ['KTP'],
      nextAction: 'RETRY',
      judgedAttempt: 1,
    });
  }

  async function confirmUnrecorded(): Promise<void> {
    uploadBoth();
    vi.spyOn(api.submissions, 'recordConfirm').mockRejectedValueOnce(away());
    await confirmAttempt(1).expect(503);
  }

  it('has the same answer when it comes again after the attempt was judged', async () => {
    await judgeFirst();
    const again = await confirmAttempt(1).expect(200);
    expect(again.body).toMatchObject({ data: { status: 'IN_PROGRESS' } });
    expect(errorsOf(await confirm().expect(400))).toEqual(['1555 DOCUMENT_NOT_UPLOADED']);
  });

  it('leaves a copy of its own and no upload, so that what is put later reaches nothing', async () => {
    uploadBoth();
    await confirmAttempt(1).expect(200);
    const confirmed = await api.submissions.listConfirmed(started.submissionId, 1);
    for (const { key, documentType } of confirmed) {
      const place = { submissionId: started.submissionId, attempt: 1, documentType };
      expect(await api.uploads.fetch(place)).toBeNull();
      expect(Buffer.from(await api.captures.fetch(key)).toString()).toMatch(/^(card|face)$/);
    }
    upload('KTP', 'another card');
    await confirmAttempt(1).expect(409);
    expect([...api.captures.kept.values()].map(String).sort()).toEqual(['card', 'face']);
  });

  it('has the same answer when the first is recorded by another process meanwhile', async () => {
    uploadBoth();
    const first = await confirmAttempt(1).expect(200);
    // What this one sees where it looks before the first has recorded, and reads after it has removed.
    const listConfirmed = vi.spyOn(api.submissions, 'listConfirmed').mockResolvedValueOnce([]);
    const again = await confirmAttempt(1).expect(200);
    expect(again.body).toEqual(first.body);
    upload('KTP', 'another card');
    listConfirmed.mockResolvedValueOnce([]);
    expect(errorsOf(await confirmAttempt(1).expect(409))).toEqual([
      '1556 ATTEMPT_ALREADY_CONFIRMED',
    ]);
  });

  it('is good although its uploads could not be removed', async () => {
    uploadBoth();
    vi.spyOn(api.uploads, 'remove').mockRejectedValue(new Error('away'));
    await confirmAttempt(1).expect(200);
    await confirmAttempt(1).expect(200);
  });

  it('is refused when it comes again with another picture', async () => {
    await judgeFirst();
    upload('KTP', 'another card');
    const again = await confirmAttempt(1).expect(409);
    expect(errorsOf(again)).toEqual(['1556 ATTEMPT_ALREADY_CONFIRMED']);
  });

  it('is compared with what the workflow took where that could not be recorded', async () => {
    await confirmUnrecorded();
    api.submissions.change(started.submissionId, {
      awaiting: ['SELFIE'],
      nextAction: 'RETRY',
      judgedAttempt: 1,
    });
    upload('KTP', 'another card');
    const other = await confirmAttempt(1).expect(409);
    expect(errorsOf(other)).toEqual(['1556 ATTEMPT_ALREADY_CONFIRMED']);
    upload('KTP', 'card');
    await confirmAttempt(1).expect(200);
    const confirmed = await api.submissions.listConfirmed(started.submissionId, 1);
    expect(confirmed.map(({ documentType }) => documentType)).toEqual(['KTP', 'SELFIE']);
    await confirmAttempt(1).expect(200);
  });

  it('is refused when the pictures have changed their places', async () => {
    uploadBoth();
    await confirmAttempt(1).expect(200);
    upload('KTP', 'face');
    const again = await confirmAttempt(1).expect(409);
    expect(errorsOf(again)).toEqual(['1556 ATTEMPT_ALREADY_CONFIRMED']);
  });

  it('is refused when they have and what the workflow took could not be recorded', async () => {
    await confirmUnrecorded();
    upload('KTP', 'face');
    upload('SELFIE', 'card');
    const again = await confirmAttempt(1).expect(409);
    expect(errorsOf(again)).toEqual(['1556 ATTEMPT_ALREADY_CONFIRMED']);
    expect(await api.submissions.listConfirmed(started.submissionId, 1)).toEqual([]);
  });

  it('is compared by the digests alone where an earlier worker has answered', async () => {
    const byNewWorker = api.runs.confirm.bind(api.runs);
    vi.spyOn(api.runs, 'confirm').mockImplementation(async (id, input) => {
      const { attempt, sha256 } = await byNewWorker(id, input);
      return { attempt, sha256 };
    });
    await confirmUnrecorded();
    upload('KTP', 'another card');
    await confirmAttempt(1).expect(409);
    upload('KTP', 'card');
    await confirmAttempt(1).expect(200);
  });

  it('is refused for an attempt that nobody was asked for', async () => {
    for (const attempt of [2, 0, -1, 1.5]) {
      const answer = await confirmAttempt(attempt).expect(400);
      expect(errorsOf(answer)).toEqual(['1540 INVALID_ATTEMPT']);
    }
  });
});

describe('a confirm after the session’s lifetime', () => {
  it('is refused, as are upload addresses', async () => {
    uploadBoth();
    const headers = await headersAfterTheSession();
    for (const answer of [await presign(headers), await confirm(headers)]) {
      expect(answer.status).toBe(409);
      expect(errorsOf(answer)).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
    }
    expect((await api.submissions.find(started.submissionId))?.confirmedAttempt).toBe(0);
  });

  it('has the same answer as one that came in time', async () => {
    uploadBoth();
    const first = await confirm().expect(200);
    const headers = await headersAfterTheSession();
    expect((await confirm(headers).expect(200)).body).toEqual(first.body);
    upload('SELFIE', 'another face');
    expect(errorsOf(await confirm(headers).expect(409))).toEqual([
      '1556 ATTEMPT_ALREADY_CONFIRMED',
    ]);
  });
});
