import { log } from '@temporalio/activity';
import { findStrayObjects, type EndedCaptures } from '../../contract/stray-objects.js';
import type { KeptSubmissionStore } from '../../db/kept-submission-store.js';
import { describeError } from '../../logging/describe-error.js';
import type { CaptureEraser } from '../../storage/capture-eraser.js';
import { tryEach } from '../try-each.js';

export interface StrayObjectsDependencies {
  readonly ended: Pick<KeptSubmissionStore, 'listUntidied' | 'recordTidied'>;
  readonly captures: CaptureEraser;
  readonly now: () => Date;
}

export interface TidiedSubmissions {
  readonly looked: number;
  /** Of those that were looked at. They are the first of the next look. */
  readonly failed: number;
}

/**
 * Takes away what nothing refers to of submissions that have ended, each of which is looked at once. Safe
 * to repeat.
 */
export async function removeStrayObjects(
  dependencies: StrayObjectsDependencies,
  limit: number,
): Promise<TidiedSubmissions> {
  const { ended, now } = dependencies;
  const untidied = await ended.listUntidied(now(), limit);
  let failed = 0;
  await tryEach(
    untidied,
    (submission) => tidy(dependencies, submission),
    ({ submissionId }, error) => {
      failed += 1;
      const place = { submissionId, ...describeError(error) };
      log.error('what a submission has left could not be removed', place);
    },
  );
  return { looked: untidied.length, failed };
}

async function tidy(
  { captures, ended, now }: StrayObjectsDependencies,
  submission: EndedCaptures,
): Promise<void> {
  const objects = await captures.listObjects(submission.submissionId);
  const keys = objects.map(({ key }) => key);
  const stray = new Set(findStrayObjects(submission, keys));
  if (stray.size > 0) await captures.removeObjects(objects.filter(({ key }) => stray.has(key)));
  await ended.recordTidied(submission.submissionId, now());
}
