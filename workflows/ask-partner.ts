import { ActivityFailure, ApplicationFailure, sleep } from '@temporalio/workflow';
import { FailureType } from '../activities/failure-type.js';

/** Between the three tries of contract §9, in milliseconds: a person waits meanwhile. */
const PAUSES_MS: readonly number[] = [1_000, 3_000];

/**
 * Repeats what a partner's server did not answer as it should. Our own outages are not counted:
 * the activity's retry policy waits them out.
 */
export async function askPartner<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await ask();
    } catch (error) {
      if (findPartnerFailure(error)?.nonRetryable !== false) throw error;
    }
    await sleep(pauseMs);
  }
  return ask();
}

/** The partner's failure that ended an activity; null when something else did. */
export function findPartnerFailure(error: unknown): ApplicationFailure | null {
  if (!(error instanceof ActivityFailure)) return null;
  const { cause } = error;
  const isPartners =
    cause instanceof ApplicationFailure && cause.type === FailureType.ReferenceImageUnavailable;
  return isPartners ? cause : null;
}
