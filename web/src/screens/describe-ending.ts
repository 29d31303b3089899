import type { Ending } from '../ending.js';
import type { Dictionary } from '../i18n/id.js';
import type { Trouble } from '../illustrations/trouble.js';

export interface EndingView {
  readonly tone: 'good' | 'bad' | 'warn';
  readonly words: keyof Dictionary['result'];
  readonly picture?: Trouble;
}

/**
 * What the person is told. A rejection names no reason, and tries that are used up not what of: whoever tries with somebody else's card
 * must not learn which check stopped them, and the partner decides what comes next.
 */
export function describeEnding(ending: Ending): EndingView {
  if (ending.status === 'COMPLETED') {
    if (ending.isAccepted) return { tone: 'good', words: 'accepted' };
    if (ending.isUsedUp) return { tone: 'bad', words: 'usedUp', picture: 'USED_UP' };
    return { tone: 'bad', words: 'rejected' };
  }
  return ending.errorCode === 'SESSION_TIMEOUT'
    ? { tone: 'warn', words: 'timedOut', picture: 'SESSION_OVER' }
    : { tone: 'warn', words: 'failed', picture: 'SERVICE' };
}
