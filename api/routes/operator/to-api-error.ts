import {
  AdministrationError,
  type AdministrationProblem,
} from '../../../administration/administration-error.js';
import { WireCode, type WireError } from '../../../contract/wire-error.js';
import { ApiError, badRequest, serviceUnavailable } from '../../errors.js';
import { memberWireName } from '../../request-problems.js';

/** Administration's refusals in the contract's envelope; everything else as it is. */
export function toApiError(error: unknown): unknown {
  if (!(error instanceof AdministrationError)) return error;
  switch (error.refusal) {
    case 'INVALID':
      return badRequest(error.problems.map(toInvalid));
    case 'NOT_FOUND':
      return new ApiError(404, error.problems.map(within(WireCode.NOT_FOUND, 'NOT_FOUND')));
    case 'CONFLICT':
      return new ApiError(409, error.problems.map(within(WireCode.CONFLICT, 'CONFLICT')));
    case 'UNAVAILABLE':
      return serviceUnavailable(error.cause, error.message);
  }
}

/** `settings.lifetimes.userToken` is told as `INVALID_USER_TOKEN`, an entry of a list by the list. */
function toInvalid({ field, message }: AdministrationProblem): WireError {
  const member = field?.split('.').findLast((part) => !/^\d+$/.test(part));
  if (field === null || member === undefined) {
    return { code: WireCode.INVALID_VALUE, cause: 'INVALID_REQUEST_BODY', message };
  }
  return {
    code: WireCode.INVALID_VALUE,
    cause: `INVALID_${memberWireName(member)}`,
    message,
    field,
  };
}

function within(code: WireCode, cause: string) {
  return ({ message }: AdministrationProblem): WireError => ({ code, cause, message });
}
