/** One entry of a failure envelope. `code` is a string on the wire. */
export interface WireError {
  readonly code: string;
  readonly cause: string;
  /** For people; may change without notice. Never holds what the caller sent. */
  readonly message?: string;
  /** The header, query parameter or dotted body member that the entry is about. */
  readonly field?: string;
}

export interface FailureEnvelope {
  readonly success: false;
  readonly errors: readonly WireError[];
}

/** Codes of the contract's error tables. One code can have several causes. */
export const WireCode = {
  UNAUTHORIZED: '110',
  NOT_FOUND: '404',
  REQUEST_TIMEOUT: '408',
  /** Of the operator API alone. */
  CONFLICT: '409',
  BODY_TOO_LARGE: '413',
  UNSUPPORTED_MEDIA_TYPE: '415',
  TOO_MANY_REQUESTS: '429',
  SERVICE_ERROR: '900',
  FORBIDDEN: '903',
  /** A required header or field of a token call or of initiate is missing. */
  MISSING_AT_START: '1539',
  /** A header or field has a value that is not allowed. */
  INVALID_VALUE: '1540',
  /** A required header or field of any call about a submission is missing. */
  MISSING: '1550',
  SUBMISSION_DOES_NOT_EXIST: '1552',
  SESSION_OF_ANOTHER_USER: '1553',
  SESSION_ALREADY_USED: '1554',
  DOCUMENT_NOT_UPLOADED: '1555',
  ATTEMPT_ALREADY_CONFIRMED: '1556',
  SUBMISSION_ALREADY_FINISHED: '1557',
  DOCUMENT_TOO_LARGE: '1558',
  /** A phone has taken over; the first device may not send captures. */
  HANDOFF_IN_PROGRESS: '1559',
} as const;
export type WireCode = (typeof WireCode)[keyof typeof WireCode];
