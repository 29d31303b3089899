import { describe, expect, it } from 'vitest';
import { createFakeActivities, type FakeActivities } from './fake-activities.js';
import {
  refOf,
  startSubmission,
  withWorkers,
  type RunningSubmission,
} from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();

const SLOTS = 2;
const HANGING = 3 * SLOTS;
const VALID = { status: 'COMPLETED', result: 'VALID' };

/** What a partner that never answers holds up, until the test is over. */
function createHanging() {
  let release: () => void = () => undefined;
  let begun = 0;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const hang = async (): Promise<void> => {
    begun += 1;
    await released;
  };
  return { hang, release, countBegun: () => begun };
}

/** Beside partners that hold every slot of theirs. */
async function runBeside(
  fakes: FakeActivities,
  hanging: ReturnType<typeof createHanging>,
  occupy: () => Promise<RunningSubmission>,
): Promise<void> {
  const options = { maxConcurrentActivityTaskExecutions: SLOTS };
  const { environment, workflowBundle } = stage;
  return withWorkers({ environment, workflowBundle, options }, fakes, async () => {
    const occupying = await Promise.all(Array.from({ length: HANGING }, occupy));
    try {
      await expect.poll(hanging.countBegun, { timeout: 10_000 }).toBe(SLOTS);
      const beside = await startSubmission(environment, 'KTP_SCAN');
      await beside.confirm(1, 'KTP');
      const findOutcome = () =>
        fakes.seen.outcomes.find(({ submissionId }) => submissionId === beside.id)?.outcome;
      await expect.poll(findOutcome, { timeout: 20_000 }).toMatchObject(VALID);
      await beside.handle.result();
    } finally {
      hanging.release();
      await Promise.all(occupying.map((one) => one.result()));
    }
  });
}

describe('a session', () => {
  it('comes to its end while more callbacks hang than may be sent at a time', async () => {
    const hanging = createHanging();
    const fakes = createFakeActivities();
    fakes.sessions.deliverCallback = async () => {
      await hanging.hang();
      return 'delivered';
    };
    await runBeside(fakes, hanging, async () => {
      const told = await startSubmission(stage.environment, 'KTP_SCAN');
      await told.confirm(1, 'KTP');
      return told;
    });
  });

  it('comes to its end while more reference images hang than may be fetched at a time', async () => {
    const hanging = createHanging();
    const fakes = createFakeActivities();
    fakes.sessions.fetchReferenceImage = async () => {
      await hanging.hang();
      return refOf('the-partners', 0, 'REFERENCE');
    };
    await runBeside(fakes, hanging, async () => {
      const verified = await startSubmission(stage.environment, 'FACE_VERIFICATION');
      await verified.confirm(1, 'SELFIE');
      return verified;
    });
  });
});
