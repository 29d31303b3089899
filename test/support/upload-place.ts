import type { CapturePlace } from '../../contract/capture.js';

/** Where the card of some first attempt is put. */
export const UPLOAD_PLACE: CapturePlace = {
  submissionId: '01a20136-fa11-79c4-95f2-d10f5b8bd1cf',
  attempt: 1,
  documentType: 'KTP',
};
