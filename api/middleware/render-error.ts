import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { WireCode, type FailureEnvelope } from '../../contract/wire-error.js';
import { StoreError } from '../../db/store-error.js';
import { KeyServiceError } from '../../keys/key-errors.js';
import type { Logger } from '../../logging/logger.js';
import { StorageError } from '../../storage/storage-error.js';
import { describeFailure } from '../describe-failure.js';
import {
  ApiError,
  badRequest,
  bodyTooLarge,
  notFound,
  serviceUnavailable,
  unsupportedMediaType,
} from '../errors.js';
import { addLogContext } from './log-context.js';

/** Every request that no route has answered. */
export function refuseUnknownPath(): RequestHandler {
  return () => {
    throw notFound();
  };
}

/**
 * The one place that writes failures. What is not an ApiError is logged under an error id and
 * answered in general terms: its message may quote the request.
 */
export function renderError(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const requestId = res.getHeader('x-request-id');
    const answer = toApiError(error) ?? toUnexpected(error, logger, requestId);
    if (answer.statusCode === 503) {
      logger.warn({ failure: describeFailure(answer.cause), requestId }, 'asked to come again');
    }
    addLogContext(res, { causes: answer.errors.map(({ cause }) => cause) });
    if (answer.retryAfterSeconds !== null) res.set('Retry-After', String(answer.retryAfterSeconds));
    const body: FailureEnvelope = { success: false, errors: answer.errors };
    res.status(answer.statusCode).json(body);
  };
}

function toApiError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  const isOfStore =
    error instanceof StoreError ||
    error instanceof StorageError ||
    error instanceof KeyServiceError;
  if (isOfStore && error.isUnavailable) return serviceUnavailable(error);
  if (error instanceof StoreError && error.isUnstorableValue) return invalidRequest();
  switch (clientErrorStatus(error)) {
    case null:
      return null;
    case 404:
      return notFound();
    case 413:
      return bodyTooLarge();
    case 415:
      return unsupportedMediaType();
    default:
      return invalidRequest();
  }
}

function invalidRequest(): ApiError {
  return badRequest([{ code: WireCode.INVALID_VALUE, cause: 'INVALID_REQUEST_BODY' }]);
}

/** Express and its body parser mark what the caller did wrong with a status from 400 to 499. */
function clientErrorStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

function toUnexpected(error: unknown, logger: Logger, requestId: unknown): ApiError {
  const errorId = randomUUID();
  logger.error({ failure: describeFailure(error), errorId, requestId }, 'request failed');
  return new ApiError(500, [
    {
      code: WireCode.SERVICE_ERROR,
      cause: 'GENERIC_SERVICE_ERROR',
      message: `Something failed on our side. Error id ${errorId}.`,
    },
  ]);
}
