import { captureKey } from '../../../contract/capture.js';
import type { UploadUrls } from '../../../contract/schema/upload-urls.js';
import type { Submission } from '../../../db/submission-store.js';
import type { CaptureNonces } from '../../../keys/capture-nonces.js';
import type { CaptureStore } from '../../../storage/capture-store.js';
import { attemptAlreadyConfirmed, submissionAlreadyFinished } from '../../errors.js';
import { addSeconds, toUnixSeconds, withinSession } from '../../lifetimes.js';
import { currentAttempt, isInFlight, openCaptures } from '../../submission/open-attempt.js';

export interface UploadUrlsOptions {
  readonly captures: Pick<CaptureStore, 'presignUpload'>;
  readonly captureNonces: Pick<CaptureNonces, 'issue'>;
  readonly now: () => Date;
}

/**
 * One address for each capture that the open attempt asks for. While an attempt is in flight there
 * is none: its captures must not be replaced any more.
 */
export async function presignUploads(
  { captures, captureNonces, now }: UploadUrlsOptions,
  submission: Submission,
): Promise<UploadUrls> {
  if (submission.status !== 'IN_PROGRESS') throw submissionAlreadyFinished();
  if (isInFlight(submission)) throw attemptAlreadyConfirmed();
  const lifetime = withinSession(
    submission.policy.lifetimes.uploadUrl,
    submission.expiresAt,
    now(),
  );
  if (lifetime === 0) throw submissionAlreadyFinished();
  const attempt = currentAttempt(submission);
  const open = openCaptures(submission);
  const urls = open.map(async (documentType) => ({
    documentType,
    url: await captures.presignUpload(captureKey(submission.id, attempt, documentType), lifetime),
    method: 'PUT' as const,
    headers: { 'Content-Type': 'image/jpeg' },
  }));
  return {
    submissionId: submission.id,
    attempt,
    urls: await Promise.all(urls),
    expires_at: toUnixSeconds(addSeconds(now(), lifetime)),
    ...(open.includes('SELFIE') && {
      captureNonce:
        submission.challenge?.nonce ??
        captureNonces.issue({ submissionId: submission.id, attempt }),
    }),
  };
}
