import { ApplicationFailure } from '@temporalio/common';
import type { DeliveryAttempt } from '../../db/delivery-store.js';
import { FailureType } from '../failure-type.js';
import { finalFailure } from '../failure.js';
import type { CallbackAnswer } from './callback-sender.js';
import { nextDelayMs, parseRetryAfter, type CallbackLadder } from './next-delay.js';

const GONE = 410;

/** The contract asks for 200; every 2xx counts. Redirects are answers like any other. */
export function isDelivered(answer: CallbackAnswer): boolean {
  const { httpStatus } = answer;
  return httpStatus !== null && httpStatus >= 200 && httpStatus < 300;
}

/** The partner wants no callbacks at this address any more. */
export function isGone(answer: CallbackAnswer): boolean {
  return answer.httpStatus === GONE;
}

/** What a try came to, apart from the partner's own words. */
export function summariseAnswer(
  answer: CallbackAnswer,
): Pick<DeliveryAttempt, 'httpStatus' | 'errorClass'> {
  const { httpStatus } = answer;
  if (httpStatus === null) return { httpStatus, errorClass: answer.errorClass };
  return { httpStatus, errorClass: isDelivered(answer) ? null : 'HTTP_STATUS' };
}

/**
 * The failure of a try: `CallbackGone` for good, else `CallbackRejected` with the delay to the
 * next try, for good after the last. Other 4xx answers are tried again: partners mend them.
 *
 * @param tries how many tries have been made, with this one
 */
export function failureOfAnswer(
  answer: CallbackAnswer,
  tries: number,
  ladder: CallbackLadder,
): ApplicationFailure {
  if (isGone(answer)) return finalFailure(FailureType.CallbackGone, 'the endpoint is gone');
  const why =
    answer.httpStatus === null ? answer.errorClass : `status ${String(answer.httpStatus)}`;
  const message = `try ${String(tries)} of a callback ended with ${why}`;
  const retryAfter = answer.httpStatus === null ? undefined : answer.retryAfter;
  const delayMs = nextDelayMs(tries, parseRetryAfter(retryAfter, Date.now()), ladder);
  // Without a delay Temporal would go on by its own policy, hundreds of times.
  return delayMs === null
    ? finalFailure(FailureType.CallbackRejected, message)
    : ApplicationFailure.create({
        type: FailureType.CallbackRejected,
        message,
        nextRetryDelay: delayMs,
      });
}
