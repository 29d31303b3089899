import type { Ending } from '../ending.js';
import type { Dictionary } from '../i18n/id.js';

export interface EndingView {
  readonly tone: 'good' | 'bad' | 'warn' | 'calm';
  readonly words: keyof Dictionary['result'];
}

/**
 * What the person is told. A rejection names no reason: whoever tries with somebody else's card
 * must not learn which check stopped them, and the partner decides what comes next.
 */
export function describeEnding(ending: Ending): EndingView {
  if (ending.status === 'COMPLETED') {
    return ending.isAccepted
      ? { tone: 'good', words: 'accepted' }
      : { tone: 'bad', words: 'rejected' };
  }
  switch (ending.errorCode) {
    case 'SESSION_TIMEOUT':
      return { tone: 'warn', words: 'timedOut' };
    case 'CANCELLED_BY_PARTNER':
      return { tone: 'calm', words: 'cancelled' };
    default:
      return { tone: 'warn', words: 'failed' };
  }
}
