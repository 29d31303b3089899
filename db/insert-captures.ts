import type { CaptureRef } from '../contract/capture.js';
import type { Database } from './client.js';
import { capture } from './schema/capture.js';

export interface ConfirmedAttempt {
  readonly submissionId: string;
  readonly attempt: number;
  readonly captures: readonly CaptureRef[];
}

/** Repeatable: what was recorded first stays. */
export async function insertCaptures(
  database: Database,
  { submissionId, attempt, captures }: ConfirmedAttempt,
): Promise<void> {
  if (captures.length === 0) return;
  const rows = captures.map(({ documentType, key, sha256, bytes }) => ({
    submissionId,
    attempt,
    documentType,
    objectKey: key,
    sha256,
    bytes,
  }));
  await database.insert(capture).values(rows).onConflictDoNothing();
}
