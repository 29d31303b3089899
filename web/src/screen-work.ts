import type { HandoffDesk } from './handoff/handoff-desk.svelte.js';
import { settleOn } from './keeping/follow-flow.js';
import type { HeldCaptures } from './keeping/held-captures.js';
import { findRepeatEvent } from './repeat-event.js';
import type { Screen } from './screen.js';

export type DoneScreen = Extract<Screen, { name: 'DONE' }>;

/** The work that screens stand for. A signal is aborted when the screen is another. */
export interface ScreenWork {
  readonly open: () => Promise<void>;
  readonly send: (signal: AbortSignal) => Promise<void>;
  readonly follow: (signal: AbortSignal) => Promise<void>;
  readonly watchConnection: (signal: AbortSignal) => Promise<void>;
  readonly leave: (screen: DoneScreen) => void;
  readonly held: Pick<HeldCaptures, 'sent' | 'forget'>;
  readonly desk: Pick<HandoffDesk, 'enter'>;
}

/** Answers what to call with each new screen: it stops the work of the one before. */
export function createScreenWork(work: ScreenWork): (screen: Screen) => void {
  let current = new AbortController();
  return (screen) => {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    const { name } = screen;
    if (name === 'OPENING') void work.open();
    if (name === 'UPLOADING') void work.send(signal);
    if (name === 'CHECKING') void work.follow(signal);
    if (findRepeatEvent(screen) !== null) void work.watchConnection(signal);
    if (name === 'DONE') work.leave(screen);
    settleOn(work.held, screen);
    work.desk.enter(screen, signal);
  };
}
