import { ApiError } from './api/api-error.js';
import type { CaptureApi } from './api/capture-api.js';
import { sendCaptures, type SendOutcome } from './api/send-captures.js';
import { failureEvent } from './failure-event.js';
import type { FlowEvent } from './flow-state.js';
import type { HeldCaptures } from './keeping/held-captures.js';
import type { Wait } from './wait.js';

export interface SendingOptions {
  readonly api: CaptureApi;
  readonly held: Pick<HeldCaptures, 'taken' | 'sent' | 'lock'>;
  readonly createRequest: () => XMLHttpRequest;
  readonly wait: Wait;
  readonly dispatch: (event: FlowEvent) => void;
}

/** Sends what is held, tells how far that is, and what came of it. */
export class Sending {
  #share = $state(0);
  readonly #options: SendingOptions;

  constructor(options: SendingOptions) {
    this.#options = options;
  }

  /** 0 to 1. */
  get share(): number {
    return this.#share;
  }

  async send(signal: AbortSignal): Promise<void> {
    const { api, held, createRequest, wait, dispatch } = this.#options;
    this.#share = 0;
    try {
      const outcome = await sendCaptures({
        api,
        captures: held.taken,
        sent: held.sent,
        captureLock: held.lock,
        createRequest,
        wait,
        signal,
        onProgress: (share) => {
          this.#share = share;
        },
      });
      dispatch(outcomeEvent(outcome));
    } catch (error) {
      if (isPhoneAtWork(error)) dispatch({ type: 'PHONE_AT_WORK' });
      else dispatch(failureEvent('UPLOAD_FAILED', error));
    }
  }
}

function outcomeEvent(outcome: SendOutcome): FlowEvent {
  switch (outcome.kind) {
    case 'CONFIRMED':
      return { type: 'CONFIRMED' };
    case 'MOVED_ON':
      return { type: 'MOVED_ON', progress: outcome.progress };
    case 'MISSING':
      return { type: 'CAPTURES_MISSING', documents: outcome.documents };
  }
}

/** A phone has taken over meanwhile, and it alone may send. */
function isPhoneAtWork(error: unknown): boolean {
  return error instanceof ApiError && error.reason === 'HANDOFF_IN_PROGRESS';
}
