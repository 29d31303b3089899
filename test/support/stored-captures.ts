import type { CapturePlace } from '../../contract/capture.js';
import { connectDatabase } from '../../db/client.js';
import { openDataKeys } from '../../db/open-data-keys.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { createErasedSessionDigests } from '../../keys/erased-session-digests.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { createLocalSealing } from '../../keys/sealing.js';
import { createCaptureStore } from '../../storage/capture-store.js';
import type { PlatformContext } from './platform-context.js';

/** A confirmed capture as it was uploaded, opened with the keys of the platform. */
export async function readStoredCapture(
  { databaseUrl, sealingKeysPath, storage }: PlatformContext,
  { submissionId, attempt, documentType }: CapturePlace,
): Promise<Uint8Array> {
  const connected = connectDatabase(databaseUrl, 1);
  try {
    const keyRing = await readKeyRing(sealingKeysPath);
    const submissions = createSubmissionStore(
      connected.database,
      createErasedSessionDigests(keyRing),
    );
    const confirmed = await submissions.listConfirmed(submissionId, attempt);
    const ref = confirmed.find((one) => one.documentType === documentType);
    if (ref === undefined) throw new Error(`No ${documentType} of attempt ${String(attempt)}.`);
    const dataKeys = await openDataKeys(connected.database, createLocalSealing(keyRing));
    return await createCaptureStore(storage, dataKeys).fetch(ref.key);
  } finally {
    await connected.close();
  }
}
