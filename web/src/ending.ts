import type { CameraProblem } from './capture/camera.js';
import type { SubmissionProgress } from './api/wire-types.js';

/**
 * How the visit ends. `COMPLETED` says that the checks were made, not that they were passed; only
 * `isAccepted` says so, and only to the person in front of the page: a partner reads the verdict
 * from the API, never from the browser.
 */
export type Ending =
  | {
      readonly status: 'COMPLETED';
      readonly isAccepted: boolean;
      /** The tries at a picture were used up; which check they failed is not told. */
      readonly isUsedUp?: true;
    }
  | { readonly status: 'ERROR'; readonly errorCode: string };

/** The person leaves; the submission stays open. */
export const LEFT: Ending = { status: 'ERROR', errorCode: 'PENDING' };

/** Neither token nor cookie is accepted any more; how the submission stands cannot be asked. */
export const SHUT_OUT: Ending = { status: 'ERROR', errorCode: 'INVALID_TOKEN' };

const PROBLEM_CODES: Readonly<Record<CameraProblem, string>> = {
  CameraDenied: 'CAMERA_PERMISSION_DENIED',
  CameraNotFound: 'CAMERA_NOT_FOUND',
  CameraBusy: 'CAMERA_NOT_FOUND',
  CameraTooCoarse: 'CAMERA_NOT_FOUND',
  InsecureContext: 'UNSUPPORTED_BROWSER',
  Unsupported: 'UNSUPPORTED_BROWSER',
};

/** Leaving because no picture can be taken; the submission stays open. */
export function leftWithoutCamera(problem: CameraProblem): Ending {
  return { status: 'ERROR', errorCode: PROBLEM_CODES[problem] };
}

/** The ending of a submission that is no longer IN_PROGRESS. */
export function endingOf(progress: SubmissionProgress): Ending {
  if (progress.status === 'COMPLETED') {
    const isUsedUp = progress.reasonCode === 'MAX_ATTEMPTS_REACHED';
    return {
      status: 'COMPLETED',
      isAccepted: progress.reasonCode === null,
      ...(isUsedUp && { isUsedUp }),
    };
  }
  return { status: 'ERROR', errorCode: progress.reasonCode ?? 'GENERIC_SERVICE_ERROR' };
}
