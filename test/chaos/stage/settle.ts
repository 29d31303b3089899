import { answersHttp } from '../../../dev/processes/answers-http.js';
import type { Client } from '@temporalio/client';
import { waitFor } from '../../support/wait-for.js';
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
      return arePolling && (await answersHttp(`${platform.urls.api}/readyz`).catch(() => false));
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
  await waitFor('quiet', isQuiet, patienceMs).catch(() => undefined);
}
