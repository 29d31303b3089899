import { answersHttp } from '../../../dev/processes/answers-http.js';
import type { Client } from '@temporalio/client';
import { waitFor, WaitedTooLongError } from '../../support/wait-for.js';
import { countRunning } from '../evidence/read-workflows.js';
import { readRows } from '../evidence/read-rows.js';
import type { ChaosPlatform } from './open-platform.js';

/** Starting again on a busy machine, the vision worker's weights included. */
const RECOVERY_MS = 120_000;

/** Waits until every process that was killed is at work again. */
export async function awaitRecovery({ platform, fleet }: ChaosPlatform): Promise<void> {
  await waitFor(
    'all processes to be at work again',
    async () => {
      const workers = ['worker-sessions', 'worker-vision'].map((name) => fleet.find(name));
      const arePolling = workers.every((worker) => worker?.hasReportedReady() === true);
      if (!arePolling) return false;
      // The API asks the database and Temporal; nobody asks the object store.
      const { url } = platform.settings.storage;
      const asked = [`${platform.urls.api}/readyz`, `${url}/minio/health/ready`];
      const answers = await Promise.all(asked.map((one) => answersHttp(one).catch(() => false)));
      return answers.every(Boolean);
    },
    RECOVERY_MS,
  );
}

/**
 * Waits until nothing is left to do: no workflow runs and no row is in progress. Time that is over
 * is no failure here: the proofs say what is left.
 */
export async function awaitQuiet(
  { platform }: ChaosPlatform,
  temporal: Client,
  patienceMs: number,
): Promise<void> {
  const isQuiet = async () => {
    if ((await countRunning(temporal)) > 0) return false;
    const { submissions } = await readRows(platform.settings.databaseUrl);
    return submissions.every(({ status }) => status !== 'IN_PROGRESS');
  };
  try {
    await waitFor('quiet', isQuiet, patienceMs);
  } catch (error) {
    if (!(error instanceof WaitedTooLongError)) throw error;
  }
}
