import type { AssessmentSign } from '../../contract/assessment-sign.js';

/**
 * Signs that a selfie was put in the camera's place or comes again.
 *
 * - `foreign-nonce`: a frame that names no nonce or another one than the attempt's: it was taken
 *   for another attempt.
 * - `broken-frames`: what follows the still is no sequence of frames, or one of them no picture.
 * - `reused-selfie`: the pictures came in another submission of the partner before.
 * - `repeated-picture`: the still came in an earlier attempt of the submission.
 * - `looped-frames`: a frame is an earlier one, noise and all, after others were seen.
 * - `unnatural-burst`: frames that a camera hardly takes: all of them alike, out of time, or of
 *   another scene than the still.
 * - `spoofed-answer`: a frame of an answer does not pass as living, whatever the still is, or too few can be
 *   judged.
 */
export type CaptureSignName =
  | 'foreign-nonce'
  | 'broken-frames'
  | 'reused-selfie'
  | 'repeated-picture'
  | 'looped-frames'
  | 'unnatural-burst'
  | 'spoofed-answer';

/** What a sign does to the verdict, where it is found. */
export type SignEffect = 'REJECT' | 'DOUBT' | 'NONE';

/**
 * Only what no camera and no slip of an app brings about rejects at once: of the rest a person can
 * clear themselves.
 */
export const SIGN_EFFECTS: Readonly<Record<CaptureSignName, SignEffect>> = {
  'foreign-nonce': 'REJECT',
  'reused-selfie': 'REJECT',
  'looped-frames': 'REJECT',
  'broken-frames': 'DOUBT',
  'repeated-picture': 'DOUBT',
  'unnatural-burst': 'DOUBT',
  'spoofed-answer': 'DOUBT',
};

export interface CaptureSign {
  readonly name: CaptureSignName;
  readonly isFound: boolean;
}

export function toAssessmentSign({ name, isFound }: CaptureSign): AssessmentSign {
  return { name, score: null, threshold: null, isAgainst: isFound };
}
