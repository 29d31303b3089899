import { findStrayObjects, type EndedCaptures } from '../../contract/stray-objects.js';
import type { KeptSubmissionStore } from '../../db/kept-submission-store.js';
import type { CaptureEraser } from '../../storage/capture-eraser.js';

export interface StrayObjectsDependencies {
  readonly ended: Pick<KeptSubmissionStore, 'listUntidied' | 'recordTidied'>;
  readonly captures: CaptureEraser;
  readonly now: () => Date;
}

/**
 * Takes away what nothing refers to of submissions that have ended, each of which is looked at once. Safe
 * to repeat. Answers how many were looked at.
 */
export async function removeStrayObjects(
  dependencies: StrayObjectsDependencies,
  limit: number,
): Promise<number> {
  const { ended, now } = dependencies;
  const untidied = await ended.listUntidied(now(), limit);
  for (const submission of untidied) await tidy(dependencies, submission);
  return untidied.length;
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
