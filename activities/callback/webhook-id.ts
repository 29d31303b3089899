import type { EndedSubmission } from '../../db/submission-projection-store.js';

/**
 * The receiver's idempotency key: the same on every try and replay of this decision, another for
 * another decision. 58 characters at most and no dots, which separate the signed parts.
 */
export function webhookIdOf({ submissionId, status, result }: EndedSubmission): string {
  return ['msg', submissionId, status, result].filter((part) => part !== null).join('_');
}
