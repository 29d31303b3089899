import { log } from '@temporalio/activity';
import { findStrayObjects, type EndedCaptures } from '../../contract/stray-objects.js';
import type { KeptSubmissionStore } from '../../db/kept-submission-store.js';
import { describeError } from '../../logging/describe-error.js';
import type { CaptureEraser } from '../../storage/capture-eraser.js';
import { lastOfFullPage } from '../last-of-full-page.js';
import { tryEach } from '../try-each.js';

export interface StrayObjectsDependencies {
  readonly ended: Pick<KeptSubmissionStore, 'listUntidied' | 'recordTidied' | 'runUnlessHeld'>;
  readonly captures: CaptureEraser;
  readonly now: () => Date;
}

export interface TidiedSubmissions {
  /** How many the next sweep looks at again. */
  readonly failed: number;
  /** The last that was looked at, where there may be more. */
  readonly next: string | null;
}

/**
 * Takes away what nothing refers to of submissions that have ended, each of which is looked at once. Safe
 * to repeat.
 */
export async function removeStrayObjects(
  dependencies: StrayObjectsDependencies,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<TidiedSubmissions> {
  const { ended, now } = dependencies;
  const untidied = await ended.listUntidied(now(), after, limit);
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
  const next = lastOfFullPage(untidied, limit)?.submissionId ?? null;
  return { failed, next };
}

/** A hold may have been placed since it was listed: then it is looked at again when that is released. */
async function tidy(
  { captures, ended, now }: StrayObjectsDependencies,
  submission: EndedCaptures,
): Promise<void> {
  const { submissionId } = submission;
  const objects = await captures.listObjects(submissionId);
  const keys = objects.map(({ key }) => key);
  const stray = new Set(findStrayObjects(submission, keys));
  const remove = () => captures.removeObjects(objects.filter(({ key }) => stray.has(key)));
  if (stray.size > 0 && !(await ended.runUnlessHeld(submissionId, remove))) return;
  await ended.recordTidied(submissionId, now());
}
