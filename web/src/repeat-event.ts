import type { FlowEvent } from './flow-state.js';
import type { Screen } from './screen.js';

/** What another try at a screen's work is asked for with. */
const REPEATED = {
  UPLOAD_FAILED: 'UPLOAD_REPEATED',
  CHECKING_FAILED: 'CHECKING_REPEATED',
  HANDOFF_TROUBLE: 'HANDOFF_REPEATED',
} as const;

/** How a screen goes on that stopped for want of a connection; `null` for every other. */
export function findRepeatEvent(screen: Screen): FlowEvent | null {
  if (screen.name === 'OPEN_FAILED') {
    return screen.failure === 'NO_CONNECTION' ? { type: 'OPEN_REPEATED' } : null;
  }
  if (!('trouble' in screen) || screen.trouble !== 'NO_CONNECTION') return null;
  return { type: REPEATED[screen.name] };
}
