import { log } from '@temporalio/activity';
import { judgeProgress, type Finding, type ProgressMend } from '../../contract/reconciliation.js';
import { toStartSubmission } from '../../contract/start-submission.js';
import type { Submission } from '../../db/submission-store.js';
import { describeError } from '../../logging/describe-error.js';
import type { ReconciliationPage, ReconciliationPlace } from '../activity-types.js';
import { lastOfFullPage } from '../last-of-full-page.js';
import { endWithoutRun } from '../submission/end-without-run.js';
import { lookAtEach } from './look-at-each.js';
import { mend } from './mend.js';
import type { ReconciliationDependencies } from './reconciliation-dependencies.js';

/** An initiate that is under way, or that the API makes up for, is over by then. */
const GRACE_MS = 3 * 60_000;

const BATCH = 100;

/**
 * Rows in progress whose workflow is not there, is over, or does not end them. That all is well may be told by
 * Temporal's search, and is looked at again by the next pass; each of the others is asked for by its id.
 */
export async function reconcileSubmissions(
  dependencies: ReconciliationDependencies,
  { after }: ReconciliationPlace,
): Promise<ReconciliationPage> {
  const { reconciliation, now } = dependencies;
  const until = new Date(now().getTime() - GRACE_MS);
  const inProgress = await reconciliation.listInProgress({ until, after, limit: BATCH });
  const seemOpen = await findSeemingOpen(
    dependencies,
    inProgress.map(({ id }) => id),
  );
  const doubtful = inProgress.filter(
    (one) => !seemOpen.has(one.id) || judgeProgress(one, { state: 'OPEN' }, now()) !== null,
  );
  const findings = await lookAtEach(
    doubtful,
    ({ id }) => id,
    (one) => reconcile(dependencies, one),
  );
  return { findings, next: lastOfFullPage(inProgress, BATCH)?.id ?? null };
}

/** Search may be away for hours while workflows are found by their ids: then each is asked for. */
async function findSeemingOpen(
  { runs }: ReconciliationDependencies,
  submissionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  try {
    return await runs.listSeemingOpen(submissionIds);
  } catch (error) {
    log.warn('Temporal cannot search: each workflow is asked for by its id', describeError(error));
    return new Set();
  }
}

async function reconcile(
  dependencies: ReconciliationDependencies,
  submission: Submission,
): Promise<Finding | null> {
  const { runs, submissions, now } = dependencies;
  const submissionId = submission.id;
  const run = await runs.findSubmission(submissionId);
  const wrong = judgeProgress(submission, run, now());
  if (wrong === null) return null;
  // After hours without a database it records what it has decided as soon as it is back, as this pass runs.
  const isDecided = wrong.kind === 'OVERDUE' && (await runs.isDecided(submissionId));
  // A workflow records its end before it closes: only what is in progress after that look is wrong.
  const current = await submissions.find(submissionId);
  if (current?.status !== 'IN_PROGRESS') return null;
  if (isDecided) {
    log.warn('an overdue session was decided: its workflow has yet to record it', { submissionId });
    return { kind: wrong.kind, submissionId, isMended: false };
  }
  return mend({ kind: wrong.kind, submissionId }, () => repair(dependencies, current, wrong));
}

async function repair(
  dependencies: ReconciliationDependencies,
  submission: Submission,
  wrong: ProgressMend,
): Promise<void> {
  const { runs, submissions, now } = dependencies;
  const submissionId = submission.id;
  if (wrong.kind === 'UNSTARTED') {
    await runs.start(toStartSubmission(submission));
    await submissions.recordStart(submissionId, now());
    return;
  }
  // First, so that it decides nothing any more while its end is recorded.
  if (wrong.kind === 'OVERDUE') {
    await runs.stop(submissionId, 'reconciliation: its session has been over for hours');
  }
  await endWithoutRun(dependencies, submission, wrong.outcome);
}
