import { MAX_CAPTURE_BYTES } from '../contract/capture.js';
import { WireCode, type WireError } from '../contract/wire-error.js';

/**
 * A request that is answered with the contract's failure envelope. Several errors can be told at
 * once. Nothing that the caller sent may enter `cause`, `message` or `field`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly statusCode: number;
  readonly errors: readonly WireError[];
  readonly retryAfterSeconds: number | null;

  constructor(
    statusCode: number,
    errors: readonly WireError[],
    retryAfterSeconds: number | null = null,
    options?: ErrorOptions,
  ) {
    super(errors.map(({ code, cause }) => `${code} ${cause}`).join(', '), options);
    this.statusCode = statusCode;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function unauthorized(): ApiError {
  return new ApiError(401, [{ code: WireCode.UNAUTHORIZED, cause: 'UNAUTHORIZED' }]);
}

/** A launch token or hand-off code that opens nothing, or nothing any more. */
export function launchRefused(
  cause:
    | 'LAUNCH_TOKEN_ALREADY_USED'
    | 'LAUNCH_TOKEN_EXPIRED'
    | 'LAUNCH_TOKEN_INVALID'
    | 'LAUNCH_SESSION_INVALID'
    | 'HANDOFF_CODE_ALREADY_USED'
    | 'HANDOFF_CODE_EXPIRED'
    | 'HANDOFF_CODE_INVALID'
    | 'HANDOFF_ENDED',
): ApiError {
  return new ApiError(401, [{ code: WireCode.UNAUTHORIZED, cause }]);
}

export function onboardingPartnerNotOwned(): ApiError {
  return new ApiError(403, [
    { code: WireCode.UNAUTHORIZED, cause: 'ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT' },
  ]);
}

export function forbidden(): ApiError {
  return new ApiError(403, [{ code: WireCode.FORBIDDEN, cause: 'FORBIDDEN' }]);
}

/** Where the calls may come from is a setting of the partner. The address is not told back. */
export function addressNotAllowed(): ApiError {
  return new ApiError(403, [
    {
      code: WireCode.FORBIDDEN,
      cause: 'FORBIDDEN',
      message: 'The address of this call is not on your IP list. Ask the operator to add it.',
    },
  ]);
}

/** Which pages may show the capture app is a setting of the partner. */
export function embedOriginNotRegistered(): ApiError {
  return new ApiError(403, [
    {
      code: WireCode.FORBIDDEN,
      cause: 'EMBED_ORIGIN_NOT_REGISTERED',
      message: 'The origin of this page is not registered for you. Ask the operator to add it.',
    },
  ]);
}

/** The submission was initiated without Smart QR, or a phone asks, which has nobody to hand over to. */
export function handoffNotAllowed(): ApiError {
  return new ApiError(403, [{ code: WireCode.FORBIDDEN, cause: 'HANDOFF_NOT_ALLOWED' }]);
}

/** The submission was initiated with `forceQr`: this device shows the QR picture, a phone captures. */
export function handoffRequired(): ApiError {
  return new ApiError(403, [{ code: WireCode.FORBIDDEN, cause: 'HANDOFF_REQUIRED' }]);
}

/** A phone has taken over: this device can capture again once the hand-off has ended. */
export function handoffInProgress(): ApiError {
  return new ApiError(409, [{ code: WireCode.HANDOFF_IN_PROGRESS, cause: 'HANDOFF_IN_PROGRESS' }]);
}

export function tooManyRequests(retryAfterSeconds: number): ApiError {
  return new ApiError(
    429,
    [{ code: WireCode.TOO_MANY_REQUESTS, cause: 'TOO_MANY_REQUESTS' }],
    retryAfterSeconds,
  );
}

export function badRequest(errors: readonly WireError[]): ApiError {
  return new ApiError(400, errors);
}

/** Token calls and all others have a host each. */
export function notOnThisHost(): ApiError {
  const message = 'Token calls and other calls have different addresses here.';
  return new ApiError(404, [{ code: WireCode.NOT_FOUND, cause: 'NOT_FOUND', message }]);
}

export function notFound(): ApiError {
  return new ApiError(404, [{ code: WireCode.NOT_FOUND, cause: 'NOT_FOUND' }]);
}

/** The rest of the body is not waited for: the connection has to be closed. */
export function requestTimeout(): ApiError {
  return new ApiError(408, [{ code: WireCode.REQUEST_TIMEOUT, cause: 'REQUEST_TIMEOUT' }]);
}

export function bodyTooLarge(): ApiError {
  return new ApiError(413, [{ code: WireCode.BODY_TOO_LARGE, cause: 'REQUEST_BODY_TOO_LARGE' }]);
}

export function unsupportedMediaType(): ApiError {
  return new ApiError(415, [
    { code: WireCode.UNSUPPORTED_MEDIA_TYPE, cause: 'UNSUPPORTED_MEDIA_TYPE' },
  ]);
}

/** 400, not 404: the contract says so. */
export function submissionDoesNotExist(): ApiError {
  return new ApiError(400, [
    { code: WireCode.SUBMISSION_DOES_NOT_EXIST, cause: 'SUBMISSION_DOES_NOT_EXIST' },
  ]);
}

export function sessionOfAnotherUser(): ApiError {
  return new ApiError(400, [
    {
      code: WireCode.SESSION_OF_ANOTHER_USER,
      cause: 'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER',
    },
  ]);
}

export function sessionAlreadyUsed(): ApiError {
  return new ApiError(409, [
    { code: WireCode.SESSION_ALREADY_USED, cause: 'PARTNER_SESSION_ID_ALREADY_USED' },
  ]);
}

/** The flow compares with a reference image and the partner has said nowhere to get one. */
export function referenceImageNotConfigured(): ApiError {
  return badRequest([
    {
      code: WireCode.INVALID_VALUE,
      cause: 'REFERENCE_IMAGE_NOT_CONFIGURED',
      message: 'This flow needs the address of your reference images. Ask the operator to set it.',
      field: 'flow',
    },
  ]);
}

/** `field` names the capture or file that is too large. */
export function tooLargeDocument(field: string): WireError {
  return {
    code: WireCode.DOCUMENT_TOO_LARGE,
    cause: 'DOCUMENT_TOO_LARGE',
    message: `At most ${String(MAX_CAPTURE_BYTES)} bytes. Send a smaller one.`,
    field,
  };
}

export function attemptAlreadyConfirmed(): ApiError {
  return new ApiError(409, [
    { code: WireCode.ATTEMPT_ALREADY_CONFIRMED, cause: 'ATTEMPT_ALREADY_CONFIRMED' },
  ]);
}

export function submissionAlreadyFinished(): ApiError {
  return new ApiError(409, [
    { code: WireCode.SUBMISSION_ALREADY_FINISHED, cause: 'SUBMISSION_ALREADY_FINISHED' },
  ]);
}

/** Whether a call came too late because another one, or the workflow itself, was quicker. */
export function isAlreadyFinished(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    error.errors.some(({ code }) => code === WireCode.SUBMISSION_ALREADY_FINISHED)
  );
}

const RETRY_AFTER_SECONDS = 2;

/** By then a backlog is noticeably shorter: an attempt takes about half a second of two cores. */
const BUSY_RETRY_AFTER_SECONDS = 15;

/** More is asked than can be judged in time. What was accepted before is finished. */
export function serviceBusy(): ApiError {
  const message = 'Too many people are being checked at the moment. Ask again.';
  return new ApiError(
    503,
    [{ code: WireCode.SERVICE_ERROR, cause: 'GENERIC_SERVICE_ERROR', message }],
    BUSY_RETRY_AFTER_SECONDS,
  );
}

/** Something behind the API is away or too slow; `cause` is for the log. Asking again is safe. */
export function serviceUnavailable(
  cause: unknown,
  message = 'The service is not available at the moment. Ask again.',
): ApiError {
  return new ApiError(
    503,
    [
      {
        code: WireCode.SERVICE_ERROR,
        cause: 'GENERIC_SERVICE_ERROR',
        message,
      },
    ],
    RETRY_AFTER_SECONDS,
    { cause },
  );
}
