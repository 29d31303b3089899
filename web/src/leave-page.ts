import type { HandoffDesk } from './handoff/handoff-desk.svelte.js';
import type { HeldCaptures } from './keeping/held-captures.js';

export interface LeavePageOptions {
  readonly held: Pick<HeldCaptures, 'forget'>;
  readonly desk: Pick<HandoffDesk, 'sayFarewell'>;
  /** Called when nothing is kept any more: whoever hears of it may take the page away. */
  readonly tellEnd: () => void;
  /** Called last, when a hand-off that was open is ended. */
  readonly goAway: () => void;
}

/** Leaves nothing behind: a page that goes takes what it has not finished with it. */
export function leavePage({ held, desk, tellEnd, goAway }: LeavePageOptions): void {
  const leave = (): void => {
    tellEnd();
    desk.sayFarewell(goAway);
  };
  const emptied = held.forget();
  if (emptied === null) leave();
  else void emptied.then(leave);
}
