import type { Session } from './session-store.js';

/**
 * How a session stands, by what the backend knows. The address that the browser came back with has
 * no say in it.
 */
export interface Standing {
  readonly state: 'WAITING' | 'ACCEPTED' | 'REJECTED' | 'FAILED';
  /** `IN_PROGRESS` until the backend knows better. */
  readonly status: string;
  readonly result: string | null;
  readonly reasonCode: string | null;
}

/** The details are asked for by us and so come first; a callback is as good once it is verified. */
export function standingOf({ callback, details }: Session): Standing {
  const { status, result, reasonCode } = pickOutcome(details, callback?.body ?? null);
  return { state: stateOf(status, result), status, result, reasonCode };
}

type Outcome = Pick<Standing, 'status' | 'result' | 'reasonCode'>;

function pickOutcome(details: Outcome | null, callback: Outcome | null): Outcome {
  const isFinal = details !== null && details.status !== 'IN_PROGRESS';
  const open = { status: 'IN_PROGRESS', result: null, reasonCode: null };
  return (isFinal ? details : callback) ?? details ?? open;
}

function stateOf(status: string, result: string | null): Standing['state'] {
  if (status === 'COMPLETED') return result === 'VALID' ? 'ACCEPTED' : 'REJECTED';
  return status === 'ERROR' ? 'FAILED' : 'WAITING';
}
