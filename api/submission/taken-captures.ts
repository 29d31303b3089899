import type { CaptureRef } from '../../contract/capture.js';
import type { ConfirmCapturesAnswer } from '../../contract/submission-messages.js';

/** What an attempt was confirmed with; each digest has its document's type at the same index. */
type TakenCaptures = Omit<ConfirmCapturesAnswer, 'attempt'>;

type SeenCapture = Pick<CaptureRef, 'documentType' | 'sha256'>;

/** Pictures that have changed their places are others: what was judged as a card is no selfie. */
export function isTaken({ sha256, documentTypes }: TakenCaptures, one: SeenCapture): boolean {
  return sha256.some((digest, index) => {
    const isOfType = documentTypes === undefined || documentTypes[index] === one.documentType;
    return isOfType && digest === one.sha256;
  });
}

/** All of them and nothing else. */
export function areTaken(taken: TakenCaptures, captures: readonly SeenCapture[]): boolean {
  const isOfSameSize = taken.sha256.length === captures.length;
  return isOfSameSize && captures.every((one) => isTaken(taken, one));
}
