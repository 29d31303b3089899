import { describe, expect, it } from 'vitest';
import { callbackWorkflowId } from '../../contract/workflow-id.js';
import {
  createFakeActivities,
  reject,
  retry,
  untilRetries,
  type Script,
} from './fake-activities.js';
import { startSubmission, withWorkers, type RunningSubmission } from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();

const VALID = { status: 'COMPLETED', result: 'VALID', reasonCode: null };
const invalid = (reasonCode: string) => ({ status: 'COMPLETED', result: 'INVALID', reasonCode });

type UntilOpen = (attempt: number) => Promise<void>;

describe.each([
  { kept: 'kept between tasks', maxCachedWorkflows: 100 },
  { kept: 'replayed on every task', maxCachedWorkflows: 0 },
])('the attempts of a submission, workflows $kept', ({ maxCachedWorkflows }) => {
  const run = async (
    script: Script,
    flow: 'KTP_SCAN' | 'KYC_LITE',
    story: (running: RunningSubmission, untilOpen: UntilOpen) => Promise<void>,
  ) => {
    const fakes = createFakeActivities(script);
    const cached = { ...stage, options: { maxCachedWorkflows } };
    return withWorkers(cached, fakes, async () => {
      const running = await startSubmission(stage.environment, flow);
      await story(running, (attempt) => untilRetries(fakes, attempt - 1));
      return { ...fakes.seen, id: running.id, outcome: await running.result() };
    });
  };

  it('finishes a KTP Scan whose card passes and tells the partner', async () => {
    const seen = await run({}, 'KTP_SCAN', async (running) => {
      const answer = await running.confirm(1, 'KTP');
      expect(answer).toEqual({ attempt: 1, sha256: ['ab'.repeat(32)], documentTypes: ['KTP'] });
    });
    expect(seen.outcome).toEqual(VALID);
    expect(seen.checks).toEqual([{ check: 'DOCUMENT', attempt: 1 }]);
    expect(seen.outcomes).toMatchObject([{ attempt: 1, outcome: VALID, nextAction: 'STATUS' }]);
  });

  it('finishes a KYC Lite that passes its three checks', async () => {
    const seen = await run({}, 'KYC_LITE', async (running) => {
      await running.confirm(1, 'KTP', 'SELFIE');
    });
    expect(seen.outcome).toEqual(VALID);
    expect(seen.checks.map(({ check }) => check).sort()).toEqual([
      'DOCUMENT',
      'FACE_MATCH',
      'LIVENESS',
    ]);
    expect(seen.retries).toEqual([]);
  });

  it('asks for the blurred card again and keeps the verdict on the selfie', async () => {
    const script = {
      DOCUMENT: [retry('DOCUMENT', 'KTP_BLURRY', 'KTP')],
      FACE_MATCH: [reject('FACE_MATCH', 'FACE_MATCH_FAILED')],
    };
    const seen = await run(script, 'KYC_LITE', async (running, untilOpen) => {
      await running.confirm(1, 'KTP', 'SELFIE');
      await untilOpen(2);
      await running.confirm(2, 'KTP');
    });
    expect(seen.outcome).toEqual(VALID);
    expect(seen.retries).toMatchObject([
      { attempt: 1, reasonCode: 'KTP_BLURRY', captures: ['KTP'] },
    ]);
    const second = seen.checks.filter(({ attempt }) => attempt === 2).map(({ check }) => check);
    expect(second.sort()).toEqual(['DOCUMENT', 'FACE_MATCH']);
  });

  it('has what each attempt took recorded with its verdict, should the confirm not have come to it', async () => {
    const script = { DOCUMENT: [retry('DOCUMENT', 'KTP_BLURRY', 'KTP')] };
    const seen = await run(script, 'KYC_LITE', async (running, untilOpen) => {
      await running.confirm(1, 'KTP', 'SELFIE');
      await untilOpen(2);
      await running.confirm(2, 'KTP');
    });
    const keys = [...seen.retries, ...seen.outcomes].map(({ taken }) =>
      taken?.map(({ key }) => key.replace(/^.*\/(\d+\/\w+)\..*$/, '$1')),
    );
    expect(keys).toEqual([['1/KTP', '1/SELFIE'], ['2/KTP']]);
  });

  it('ends with MAX_ATTEMPTS_REACHED when three cards were too poor to judge', async () => {
    const poor = retry('DOCUMENT', 'KTP_GLARE', 'KTP');
    const seen = await run(
      { DOCUMENT: [poor, poor, poor] },
      'KTP_SCAN',
      async (running, untilOpen) => {
        for (const attempt of [1, 2, 3]) {
          await untilOpen(attempt);
          await running.confirm(attempt, 'KTP');
        }
      },
    );
    expect(seen.outcome).toEqual(invalid('MAX_ATTEMPTS_REACHED'));
    expect(seen.retries).toHaveLength(2);
  });

  it('ends with the last verdict code when a doubt was among the used-up attempts', async () => {
    const script = {
      DOCUMENT: [
        retry('DOCUMENT', 'KTP_BLURRY', 'KTP'),
        retry('DOCUMENT', 'KTP_PHOTOCOPY', 'KTP'),
        retry('DOCUMENT', 'KTP_BLURRY', 'KTP'),
      ],
    };
    const seen = await run(script, 'KTP_SCAN', async (running, untilOpen) => {
      for (const attempt of [1, 2, 3]) {
        await untilOpen(attempt);
        await running.confirm(attempt, 'KTP');
      }
    });
    expect(seen.outcome).toEqual(invalid('KTP_PHOTOCOPY'));
  });

  it('rejects a different person at once', async () => {
    const script = { FACE_MATCH: [reject('FACE_MATCH', 'FACE_MATCH_FAILED')] };
    const seen = await run(script, 'KYC_LITE', async (running) => {
      await running.confirm(1, 'KTP', 'SELFIE');
    });
    expect(seen.outcome).toEqual(invalid('FACE_MATCH_FAILED'));
    expect(seen.retries).toEqual([]);
  });

  it('asks for another selfie when the face match is in doubt', async () => {
    const script = { FACE_MATCH: [retry('FACE_MATCH', 'FACE_MATCH_FAILED', 'SELFIE')] };
    const seen = await run(script, 'KYC_LITE', async (running, untilOpen) => {
      await running.confirm(1, 'KTP', 'SELFIE');
      await untilOpen(2);
      await running.confirm(2, 'SELFIE');
    });
    expect(seen.outcome).toEqual(VALID);
    expect(seen.retries).toMatchObject([{ captures: ['SELFIE'] }]);
  });

  it('rejects a clear spoof at once', async () => {
    const script = { LIVENESS: [reject('LIVENESS', 'LIVENESS_CHECK_FAILED')] };
    const seen = await run(script, 'KYC_LITE', async (running) => {
      await running.confirm(1, 'KTP', 'SELFIE');
    });
    expect(seen.outcome).toEqual(invalid('LIVENESS_CHECK_FAILED'));
  });

  it('asks for another selfie when liveness is in doubt, and ends with its code in the end', async () => {
    const doubt = retry('LIVENESS', 'LIVENESS_CHECK_FAILED', 'SELFIE');
    const seen = await run(
      { LIVENESS: [doubt, doubt, doubt] },
      'KYC_LITE',
      async (running, untilOpen) => {
        await running.confirm(1, 'KTP', 'SELFIE');
        await untilOpen(2);
        await running.confirm(2, 'SELFIE');
        await untilOpen(3);
        await running.confirm(3, 'SELFIE');
      },
    );
    expect(seen.outcome).toEqual(invalid('LIVENESS_CHECK_FAILED'));
    expect(seen.checks.filter(({ check }) => check === 'DOCUMENT')).toHaveLength(1);
  });

  it('delivers the callback as a workflow of its own, after the outcome is recorded', async () => {
    const fakes = createFakeActivities();
    const cached = { ...stage, options: { maxCachedWorkflows } };
    await withWorkers(cached, fakes, async () => {
      const running = await startSubmission(stage.environment, 'KTP_SCAN');
      await running.confirm(1, 'KTP');
      await running.handle.result();
      const callback = stage.environment.client.workflow.getHandle(
        callbackWorkflowId(running.id, 1),
      );
      expect(await callback.result()).toBe('delivered');
      expect(fakes.seen.deliveries).toEqual([{ submissionId: running.id, delivery: 1 }]);
    });
  });
});
