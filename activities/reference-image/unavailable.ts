import type { ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../failure-type.js';
import { finalFailure, retryableFailure } from '../failure.js';
import type { NoAnswer } from '../outbound/outbound-client.js';

/** Another try may do better. `message` must hold nothing of what the partner wrote. */
export function unavailableNow(message: string): ApplicationFailure {
  return retryableFailure(FailureType.ReferenceImageUnavailable, message);
}

/** Every further try would fail the same way. `message` as above. */
export function unavailableForGood(message: string): ApplicationFailure {
  return finalFailure(FailureType.ReferenceImageUnavailable, message);
}

/** Of an answer that is none: what is refused today may be given at the next try, elsewhere is elsewhere. */
export function failureOfStatus(httpStatus: number, message: string): ApplicationFailure {
  const isRedirect = httpStatus >= 300 && httpStatus < 400;
  return isRedirect ? unavailableForGood(message) : unavailableNow(message);
}

/** Of a server that gave no answer: a refused address stays refused. */
export function failureOfSilence(who: string, { errorClass }: NoAnswer): ApplicationFailure {
  const message = `${who} gave no answer (${errorClass})`;
  return errorClass === 'ADDRESS_REFUSED' ? unavailableForGood(message) : unavailableNow(message);
}
