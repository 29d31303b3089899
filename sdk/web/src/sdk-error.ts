/**
 * Codes of the native SDKs. `NETWORK` and `CANCELLED` may well pass on another try, and `TOKEN_EXPIRED`
 * with a new token unless `reason` says that the session itself is over.
 */
export const OneKycErrorCode = {
  BAD_CONFIGURATION: 'GPE-2201',
  TOKEN_EXPIRED: 'GPE-2202',
  NETWORK: 'GPE-2203',
  FLOW_NOT_ALLOWED: 'GPE-2204',
  UNKNOWN: 'GPE-2205',
  MISSING_CORRELATION_ID: 'GPE-2206',
  CANCELLED: 'GPE-2207',
  CREDENTIAL: 'GPE-2208',
} as const;
export type OneKycErrorCode = (typeof OneKycErrorCode)[keyof typeof OneKycErrorCode];

export interface OneKycError {
  readonly code: OneKycErrorCode;
  readonly title: string;
  /** For whoever integrates, in English. What a person is told, the capture app has shown. */
  readonly message: string;
  /** The cause of the API or the `error_code` of the redirect contract, where there is one. */
  readonly reason?: string;
}

const TITLES: Readonly<Record<OneKycErrorCode, string>> = {
  'GPE-2201': 'Bad configuration',
  'GPE-2202': 'Token expired',
  'GPE-2203': 'No connection',
  'GPE-2204': 'Flow not allowed',
  'GPE-2205': 'Unknown error',
  'GPE-2206': 'Missing correlation id',
  'GPE-2207': 'Cancelled',
  'GPE-2208': 'Token not accepted',
};

export function sdkError(code: OneKycErrorCode, message: string, reason?: string): OneKycError {
  return { code, title: TITLES[code], message, ...(reason !== undefined && { reason }) };
}

const { BAD_CONFIGURATION, TOKEN_EXPIRED, NETWORK, FLOW_NOT_ALLOWED, UNKNOWN, CREDENTIAL } =
  OneKycErrorCode;

const SESSION_OVER = 'The session is over. Begin one with a new correlationId.';

/** A refusal of the API. `cause` is the one of its envelope. */
export function refusalError(status: number, cause: string | undefined): OneKycError {
  if (status === 401) return sdkError(TOKEN_EXPIRED, 'Get a new user token.', cause);
  if (cause === 'EMBED_ORIGIN_NOT_REGISTERED') {
    const message = 'This origin is not in your embedOrigins. Ask the operator to add it.';
    return sdkError(BAD_CONFIGURATION, message, cause);
  }
  if (cause === 'SUBMISSION_ALREADY_FINISHED') {
    return sdkError(TOKEN_EXPIRED, SESSION_OVER, cause);
  }
  if (status === 403) return sdkError(CREDENTIAL, 'The token is not of this session.', cause);
  if (cause === 'INVALID_FLOW' || cause === 'INVALID_SUBMISSION_TYPE') {
    return sdkError(FLOW_NOT_ALLOWED, 'The token was got for another flow.', cause);
  }
  if (cause?.endsWith('_REDIRECTION_URL_CAN_NOT_BE_EMPTY') === true) {
    const message = 'A redirect needs the redirection addresses of initiate, or your defaults.';
    return sdkError(BAD_CONFIGURATION, message, cause);
  }
  if (status === 429 || status >= 500) {
    return sdkError(NETWORK, 'The service cannot answer now. Try again.', cause);
  }
  return sdkError(BAD_CONFIGURATION, 'The service refused it.', cause);
}

const ENDINGS: Readonly<Record<string, readonly [OneKycErrorCode, string]>> = {
  PENDING: [OneKycErrorCode.CANCELLED, 'The person left. The session stays open.'],
  INVALID_TOKEN: [TOKEN_EXPIRED, 'The token is good no more. Get a new user token.'],
  SESSION_TIMEOUT: [TOKEN_EXPIRED, SESSION_OVER],
  UPLOAD_FAILED: [NETWORK, 'The pictures could not be sent. The session stays open.'],
};

/** How a visit ended, by the `error_code` of the redirect contract. */
export function endingError(errorCode: string | undefined): OneKycError {
  const known = Object.entries(ENDINGS).find(([name]) => name === errorCode);
  const [code, message] = known?.[1] ?? [
    UNKNOWN,
    'The session did not come to a result. Its details tell more.',
  ];
  return sdkError(code, message, errorCode);
}
