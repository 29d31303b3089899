import type { CaptureEraser, KeptObject } from '../storage/capture-eraser.js';

/**
 * Deletes what the object store has of a submission, every version; a call to it lists some of them.
 *
 * @param note gets each of these lists before it is deleted, for who has to say later what there was
 */
export async function removeObjectsOf(
  captures: CaptureEraser,
  submissionId: string,
  note?: (found: readonly KeptObject[]) => Promise<void>,
): Promise<void> {
  for (;;) {
    const found = await captures.listObjects(submissionId);
    if (found.length === 0) return;
    await note?.(found);
    await captures.removeObjects(found);
  }
}
