import type { FlowEvent } from '../flow-state.js';
import type { CodeFailure } from '../handoff/handoff-screen.js';
import type { OpenFailure, Screen } from '../screen.js';
import type { HeldCaptures } from './held-captures.js';

/** What happens on a screen may mean that its capture is kept, or that all are given up. */
export function heedEvent(
  held: Pick<HeldCaptures, 'useLock' | 'approve' | 'discard' | 'forget'>,
  event: FlowEvent,
  screen: Screen,
): void {
  if ('progress' in event) held.useLock(event.progress.captureLock);
  // An answer to a challenge is not looked at: it goes at once, or its two minutes are over.
  if (event.type === 'KEPT' && screen.name === 'REVIEW') held.approve(screen.document);
  if (event.type === 'RETAKEN' && screen.name === 'REVIEW') held.discard(screen.document);
  if (event.type === 'RESTARTED') void held.forget();
}

/** Lets go of what a new screen has no more use for. */
export function settleOn(held: Pick<HeldCaptures, 'sent' | 'forget'>, screen: Screen): void {
  // The phone may put others in their place.
  if (screen.name === 'HANDOFF_FOLLOW') held.sent.clear();
  // Whatever comes next is taken anew.
  if (hasNothingToSend(screen)) void held.forget();
}

/** Nothing opens the submission on this device. That a code is used or old says nothing of what it has. */
const NO_WAY_IN: ReadonlySet<OpenFailure | CodeFailure> = new Set<OpenFailure | CodeFailure>([
  'LINK_USED',
  'LINK_EXPIRED',
  'LINK_INVALID',
  'LINK_MISSING',
  'NOT_EMBEDDED',
  'CODE_FINISHED',
  'HANDOFF_ENDED',
]);

/** On its way, over, or not to be opened here: no capture of this device waits to be sent. */
function hasNothingToSend(screen: Screen): boolean {
  if (screen.name === 'OPEN_FAILED' || screen.name === 'CODE_REFUSED') {
    return NO_WAY_IN.has(screen.failure);
  }
  return ['CHECKING', 'RESULT', 'SESSION_OVER', 'HANDED_BACK'].includes(screen.name);
}
