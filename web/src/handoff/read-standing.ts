import type { PersonCapture } from '../../../contract/flow.js';
import { ApiError } from '../api/api-error.js';
import type { CaptureApi } from '../api/capture-api.js';
import type { SubmissionProgress } from '../api/wire-types.js';
import type { DevicePart } from './device.js';

export interface Standing {
  readonly progress: SubmissionProgress;
  /** On a phone: what the first device sent of the open attempt and need not be taken again. */
  readonly alreadySent: readonly PersonCapture[];
}

/** How far the submission has come, for a device that opens it. */
export async function readStanding(
  api: Pick<CaptureApi, 'readProgress' | 'readUploadTargets'>,
  part: DevicePart,
): Promise<Standing> {
  const progress = await api.readProgress();
  const isDue = progress.status === 'IN_PROGRESS' && progress.captures.length > 0;
  if (part !== 'TOOK_OVER' || !isDue) return { progress, alreadySent: [] };
  return { progress, alreadySent: await listSent(api) };
}

async function listSent(
  api: Pick<CaptureApi, 'readUploadTargets'>,
): Promise<readonly PersonCapture[]> {
  try {
    const { targets } = await api.readUploadTargets();
    const sent = targets.filter(({ isUploaded }) => isUploaded === true);
    return sent.map(({ documentType }) => documentType);
  } catch (error) {
    // Moved on in this moment: then they are taken again, or the next call tells what there is to do.
    if (error instanceof ApiError) return [];
    throw error;
  }
}
