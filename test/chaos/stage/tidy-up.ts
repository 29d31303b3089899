import { MockActivityEnvironment } from '@temporalio/testing';
import {
  removeStrayObjects,
  type TidiedSubmissions,
} from '../../../activities/retention/remove-stray-objects.js';
import { connectDatabase } from '../../../db/client.js';
import { createKeptSubmissionStore } from '../../../db/kept-submission-store.js';
import type { PlatformSettings } from '../../../dev/platform-settings.js';
import { createCaptureEraser } from '../../../storage/capture-eraser.js';

/** When no upload address of the run is good any more. */
const LATER_MS = 3_600_000;

const BATCH = 100;

/** What the sweep does an hour after the run, now: nobody waits for it here. */
export async function tidyUp({ databaseUrl, storage }: PlatformSettings): Promise<void> {
  const connection = connectDatabase(databaseUrl, 1);
  const dependencies = {
    ended: createKeptSubmissionStore(connection.database),
    captures: createCaptureEraser(storage),
    now: () => new Date(Date.now() + LATER_MS),
  };
  try {
    // It logs as an activity does.
    const activity = new MockActivityEnvironment();
    const look = (after: string | null): Promise<TidiedSubmissions> =>
      activity.run<[], TidiedSubmissions, () => Promise<TidiedSubmissions>>(() =>
        removeStrayObjects(dependencies, { after, limit: BATCH }),
      );
    let { next } = await look(null);
    // What could not be removed is left: the proofs say so.
    while (next !== null) ({ next } = await look(next));
  } finally {
    await connection.close();
  }
}
