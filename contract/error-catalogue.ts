import { WireCode, type WireError } from './wire-error.js';

/** An error that the API can answer with, in the words of the reference and the partner guide. */
export interface CataloguedError {
  readonly status: number;
  readonly code: WireCode;
  /** `<NAME>` stands for the header or member in upper case, such as `CLIENT_ID`. */
  readonly cause: string;
  readonly meaning: string;
  readonly remedy: string;
  /** A real cause, where `cause` is a family, and the field that it tells. */
  readonly example?: { readonly cause: string; readonly field: string };
}

/** Every error of the API: the one place that the reference, the guide and tests read. */
export const ERROR_CATALOGUE = {
  MISSING_AT_START: {
    status: 400,
    code: WireCode.MISSING_AT_START,
    cause: '<NAME>_CAN_NOT_BE_EMPTY',
    meaning: 'A header or member of a token call, of initiate or of a face match is missing',
    remedy: 'Send what `field` names.',
    example: { cause: 'PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY', field: 'x-partner-session-id' },
  },
  INVALID_VALUE: {
    status: 400,
    code: WireCode.INVALID_VALUE,
    cause: 'INVALID_<NAME>',
    meaning: 'A header or member has a value that is not allowed, or not allowed to you',
    remedy: 'Correct what `field` names. Flows and redirection origins are set by the operator.',
    example: { cause: 'INVALID_FLOW', field: 'flow' },
  },
  MISSING_REDIRECTION_URL: {
    status: 400,
    code: WireCode.INVALID_VALUE,
    cause: '<NAME>_CAN_NOT_BE_EMPTY',
    meaning:
      '`WEB_SDK`, or a redirect of the Web SDK, without a redirection address, and you have no default',
    remedy: 'Send the address, or ask the operator to set a default.',
    example: { cause: 'SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY', field: 'successRedirectionUrl' },
  },
  REFERENCE_IMAGE_NOT_CONFIGURED: {
    status: 400,
    code: WireCode.INVALID_VALUE,
    cause: 'REFERENCE_IMAGE_NOT_CONFIGURED',
    meaning: 'The flow compares with your reference image and we do not know where to get it',
    remedy: 'Ask the operator to set the address of your reference images.',
  },
  MISSING: {
    status: 400,
    code: WireCode.MISSING,
    cause: '<NAME>_CAN_NOT_BE_EMPTY',
    meaning: 'A header or member of any other call is missing',
    remedy: 'Send what `field` names.',
    example: { cause: 'PARTNER_USER_ID_CAN_NOT_BE_EMPTY', field: 'x-partner-user-id' },
  },
  SUBMISSION_DOES_NOT_EXIST: {
    status: 400,
    code: WireCode.SUBMISSION_DOES_NOT_EXIST,
    cause: 'SUBMISSION_DOES_NOT_EXIST',
    meaning: 'No submission of yours has this id or session',
    remedy: 'Check the id. Those of other partners do not exist for you.',
  },
  SESSION_OF_ANOTHER_USER: {
    status: 400,
    code: WireCode.SESSION_OF_ANOTHER_USER,
    cause: 'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER',
    meaning: 'The session was begun for another user id or type',
    remedy: 'Send the user id and type of initiate.',
  },
  DOCUMENT_NOT_UPLOADED: {
    status: 400,
    code: WireCode.DOCUMENT_NOT_UPLOADED,
    cause: 'DOCUMENT_NOT_UPLOADED',
    meaning: 'A picture that is confirmed is not there; `field` names it',
    remedy: 'Put the picture, then confirm again.',
  },
  DOCUMENT_TOO_LARGE: {
    status: 400,
    code: WireCode.DOCUMENT_TOO_LARGE,
    cause: 'DOCUMENT_TOO_LARGE',
    meaning: 'A picture has more than 10 MB; `field` names it',
    remedy: 'Put a smaller one, then confirm again.',
  },
  UNAUTHORIZED: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'UNAUTHORIZED',
    meaning: 'The token, or client id and pass-key, is unknown, expired or revoked',
    remedy: 'Get a new token, once. Then check client id and pass-key.',
  },
  LAUNCH_TOKEN_INVALID: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'LAUNCH_TOKEN_INVALID',
    meaning: 'The launch address opens nothing',
    remedy: 'Repeat initiate for a fresh launch address.',
  },
  LAUNCH_TOKEN_EXPIRED: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'LAUNCH_TOKEN_EXPIRED',
    meaning: 'The launch address was not opened in time',
    remedy: 'Repeat initiate for a fresh launch address.',
  },
  LAUNCH_TOKEN_ALREADY_USED: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'LAUNCH_TOKEN_ALREADY_USED',
    meaning: 'The launch address was opened before, in another browser',
    remedy: 'Repeat initiate for a fresh launch address.',
  },
  LAUNCH_SESSION_INVALID: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'LAUNCH_SESSION_INVALID',
    meaning: 'This browser has no open session with the submission',
    remedy: 'Repeat initiate for a fresh launch address.',
  },
  HANDOFF_CODE_INVALID: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'HANDOFF_CODE_INVALID',
    meaning: 'The QR picture opens nothing',
    remedy: 'Scan the one that the first device shows.',
  },
  HANDOFF_CODE_EXPIRED: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'HANDOFF_CODE_EXPIRED',
    meaning: 'The QR picture was not scanned in time, or a newer one took its place',
    remedy: 'Scan the one that the first device shows, or ask for a new one there.',
  },
  HANDOFF_CODE_ALREADY_USED: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'HANDOFF_CODE_ALREADY_USED',
    meaning: 'Another phone has used the QR picture',
    remedy: 'Ask for a new one on the first device.',
  },
  HANDOFF_ENDED: {
    status: 401,
    code: WireCode.UNAUTHORIZED,
    cause: 'HANDOFF_ENDED',
    meaning: 'The hand-off to this phone is over',
    remedy: 'Go on with the first device.',
  },
  ONBOARDING_PARTNER_NOT_OWNED: {
    status: 403,
    code: WireCode.UNAUTHORIZED,
    cause: 'ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT',
    meaning: '`x-onboarding-partner` names another partner',
    remedy: 'Send `PARTNER_CODE-PLATFORM-FLOW` with your own partner code.',
  },
  FORBIDDEN: {
    status: 403,
    code: WireCode.FORBIDDEN,
    cause: 'FORBIDDEN',
    meaning:
      'The token is of the other kind or of another submission, or the address that you call from is not allowed',
    remedy: 'Use the token that the call asks for, from an address that the operator knows.',
  },
  EMBED_ORIGIN_NOT_REGISTERED: {
    status: 403,
    code: WireCode.FORBIDDEN,
    cause: 'EMBED_ORIGIN_NOT_REGISTERED',
    meaning: 'The page that runs the Web SDK is of an origin that is not registered for you',
    remedy: 'Ask the operator to add it to your `embedOrigins`.',
  },
  HANDOFF_NOT_ALLOWED: {
    status: 403,
    code: WireCode.FORBIDDEN,
    cause: 'HANDOFF_NOT_ALLOWED',
    meaning:
      'The submission was begun without Smart QR, a phone asks that took over itself, or the browser that shows the code would take over',
    remedy: 'Begin the session with `allowQr` or `forceQr`; open the code on another device.',
  },
  HANDOFF_REQUIRED: {
    status: 403,
    code: WireCode.FORBIDDEN,
    cause: 'HANDOFF_REQUIRED',
    meaning: 'The submission was begun with `forceQr`, and the device that began it sends pictures',
    remedy: 'Hand over to a phone: it alone may send pictures.',
  },
  NOT_FOUND: {
    status: 404,
    code: WireCode.NOT_FOUND,
    cause: 'NOT_FOUND',
    meaning: 'There is nothing at this address',
    remedy: 'Check method and path.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    code: WireCode.REQUEST_TIMEOUT,
    cause: 'REQUEST_TIMEOUT',
    meaning: 'The body took too long to arrive, and the connection was closed',
    remedy: 'Send smaller pictures, or addresses of them.',
  },
  SESSION_ALREADY_USED: {
    status: 409,
    code: WireCode.SESSION_ALREADY_USED,
    cause: 'PARTNER_SESSION_ID_ALREADY_USED',
    meaning: 'The session was begun before, with another body or other headers',
    remedy: 'Use a new session id for a new session.',
  },
  ATTEMPT_ALREADY_CONFIRMED: {
    status: 409,
    code: WireCode.ATTEMPT_ALREADY_CONFIRMED,
    cause: 'ATTEMPT_ALREADY_CONFIRMED',
    meaning: 'The attempt is being judged, or was confirmed before with other pictures',
    remedy: 'Ask for the status. Another picture needs a RETRY.',
  },
  SUBMISSION_ALREADY_FINISHED: {
    status: 409,
    code: WireCode.SUBMISSION_ALREADY_FINISHED,
    cause: 'SUBMISSION_ALREADY_FINISHED',
    meaning: 'The submission has ended',
    remedy: 'Read the details.',
  },
  CONFLICT: {
    status: 409,
    code: WireCode.CONFLICT,
    cause: 'CONFLICT',
    meaning: 'Operator API: what is there already, or is under way, stands against it',
    remedy: 'Read `message`, look at what is there, and decide anew.',
  },
  HANDOFF_IN_PROGRESS: {
    status: 409,
    code: WireCode.HANDOFF_IN_PROGRESS,
    cause: 'HANDOFF_IN_PROGRESS',
    meaning: 'A phone has taken over and alone may send pictures',
    remedy: 'Wait for the phone, or end the hand-off.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    code: WireCode.BODY_TOO_LARGE,
    cause: 'REQUEST_BODY_TOO_LARGE',
    meaning: 'The body is larger than the call takes',
    remedy: 'Pictures go to the presigned addresses.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    code: WireCode.UNSUPPORTED_MEDIA_TYPE,
    cause: 'UNSUPPORTED_MEDIA_TYPE',
    meaning: 'The body is of a type or encoding that the call does not take',
    remedy: 'Send what the call takes, in most cases `application/json`.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    code: WireCode.TOO_MANY_REQUESTS,
    cause: 'TOO_MANY_REQUESTS',
    meaning: 'You, or the address that you call from, ask too often',
    remedy: 'Ask again after `Retry-After` seconds. Keep the partner token instead of asking anew.',
  },
  GENERIC_SERVICE_ERROR: {
    status: 500,
    code: WireCode.SERVICE_ERROR,
    cause: 'GENERIC_SERVICE_ERROR',
    meaning: 'Something failed on our side',
    remedy: 'Ask again after a pause. Tell the operator the error id in `message`.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    code: WireCode.SERVICE_ERROR,
    cause: 'GENERIC_SERVICE_ERROR',
    meaning: 'Something behind the API is away or too slow',
    remedy: 'Ask again after `Retry-After` seconds. Repeating the call is safe.',
  },
} as const satisfies Readonly<Record<string, CataloguedError>>;

export type CataloguedErrorName = keyof typeof ERROR_CATALOGUE;

const NAME_PLACEHOLDER = '<NAME>';

/** The entry that an answer of the API belongs to; undefined for one that is not documented. */
export function findCataloguedError(
  status: number,
  { code, cause }: WireError,
): CataloguedError | undefined {
  return Object.values<CataloguedError>(ERROR_CATALOGUE).find(
    (entry) => entry.status === status && entry.code === code && isOfFamily(cause, entry.cause),
  );
}

function isOfFamily(cause: string, family: string): boolean {
  const [before = '', after] = family.split(NAME_PLACEHOLDER);
  if (after === undefined) return cause === family;
  const hasName = cause.length > before.length + after.length;
  return hasName && cause.startsWith(before) && cause.endsWith(after);
}
