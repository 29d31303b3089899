import {
  listUploadPlaces,
  MAX_CAPTURE_BYTES,
  type CapturePlace,
} from '../../../contract/capture.js';
import type { UploadUrls } from '../../../contract/schema/upload-urls.js';
import type { CaptureNonces } from '../../../keys/capture-nonces.js';
import type { UploadStore } from '../../../storage/upload-store.js';
import { attemptAlreadyConfirmed, submissionAlreadyFinished } from '../../errors.js';
import { addSeconds, toUnixSeconds, withinSession } from '../../lifetimes.js';
import { currentAttempt, isInFlight, openCaptures } from '../../submission/open-attempt.js';
import type { UserVisit } from '../../submission/submission-access.js';

export interface UploadUrlsOptions {
  readonly uploads: Pick<UploadStore, 'presign' | 'readSize'>;
  readonly captureNonces: Pick<CaptureNonces, 'issue'>;
  readonly now: () => Date;
}

/**
 * One address for each capture that the open attempt asks for. While an attempt is in flight there
 * is none: its captures must not be replaced any more.
 */
export async function presignUploads(
  { uploads, captureNonces, now }: UploadUrlsOptions,
  { submission, handoffId }: UserVisit,
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
  const urls = open.map(async (documentType) => {
    const place = { submissionId: submission.id, attempt, documentType };
    return {
      documentType,
      url: await uploads.presign({ ...place, ...(handoffId !== null && { handoffId }) }, lifetime),
      method: 'PUT' as const,
      headers: { 'Content-Type': 'image/jpeg' },
      // Only a phone asks: whoever handed over may have sent a part of the attempt.
      ...(handoffId !== null && { uploaded: await isUploaded(uploads, place, handoffId) }),
    };
  });
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

/** A picture that is too large has to be replaced: the confirm would refuse it. */
async function isUploaded(
  uploads: UploadUrlsOptions['uploads'],
  place: CapturePlace,
  handoffId: string,
): Promise<boolean> {
  for (const one of listUploadPlaces(place, handoffId)) {
    const bytes = await uploads.readSize(one);
    if (bytes !== null) return bytes <= MAX_CAPTURE_BYTES;
  }
  return false;
}
