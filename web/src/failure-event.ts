import { ConnectionError, SessionOverError } from './api/api-error.js';
import type { FlowEvent } from './flow-state.js';

/** What a call that failed for good means: for the work it belonged to, or for the session. */
export function failureEvent(
  type: 'UPLOAD_FAILED' | 'CHECKING_FAILED' | 'HANDOFF_FAILED',
  error: unknown,
): FlowEvent {
  if (error instanceof SessionOverError) return { type: 'SESSION_ENDED' };
  return { type, trouble: error instanceof ConnectionError ? 'NO_CONNECTION' : 'SERVICE' };
}
