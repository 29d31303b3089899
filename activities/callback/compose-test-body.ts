import { randomUUID } from 'node:crypto';
import type { TestCallbackBody } from '../../contract/callback.js';

/** The four core fields of a submission that does not exist, marked as a test. */
export function composeTestBody(): string {
  const body: TestCallbackBody = {
    submissionId: randomUUID(),
    status: 'COMPLETED',
    result: 'VALID',
    reasonCode: null,
    test: true,
  };
  return JSON.stringify(body);
}
