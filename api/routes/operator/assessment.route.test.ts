import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { assessmentsAnswer } from '../../../contract/schema/operator/assessment.js';
import { createApiUnderTest, type ApiUnderTest } from '../../../test/support/api-under-test.js';

let api: ApiUnderTest;
let key: string;

beforeEach(async () => {
  api = await createApiUnderTest();
  key = (await api.operators.administration.operatorKeys.create('cli:tester', 'ops')).key;
});

const ask = (submissionId: string) =>
  supertest(api.app)
    .get(`/operator/v1/submissions/${submissionId}/assessments`)
    .set('authorization', `Bearer ${key}`);

describe('the assessments of a submission', () => {
  const sign = { name: 'network', score: 0.59, threshold: 0.5, isAgainst: true };

  it('are listed with scores and signs', async () => {
    const submissionId = randomUUID();
    api.operators.assessments.set(submissionId, [
      {
        attempt: 1,
        check: 'LIVENESS',
        verdict: 'RETRY',
        reasonCode: 'CHALLENGE_REQUIRED',
        score: 0.41,
        signs: [sign],
        durationMs: 140,
        assessedAt: new Date('2026-11-22T03:00:00Z'),
      },
    ]);
    const answer = await ask(submissionId).expect(200);
    const { assessments } = assessmentsAnswer.parse(answer.body).data;
    expect(assessments).toMatchObject([{ attempt: 1, score: 0.41, signs: [sign] }]);
    expect(api.operators.audited.at(-1)).toMatchObject({
      actor: 'operator:ops',
      action: 'submission.assessments.read',
      detail: { submissionId },
    });
  });

  it('of an unknown submission are not found, and of none are refused', async () => {
    await ask(randomUUID()).expect(404);
    await ask('1').expect(400);
  });
});
