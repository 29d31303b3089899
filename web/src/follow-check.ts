import { followProgress, type FollowOptions } from './api/follow-progress.js';
import { failureEvent } from './failure-event.js';
import type { FlowEvent } from './flow-state.js';

export interface FollowCheckOptions extends Pick<FollowOptions, 'api' | 'wait'> {
  readonly dispatch: (event: FlowEvent) => void;
}

/** Follows the check of what was sent and tells what comes of it. */
export async function followCheck(
  { api, wait, dispatch }: FollowCheckOptions,
  signal: AbortSignal,
): Promise<void> {
  try {
    const progress = await followProgress({ api, wait, signal });
    if (progress !== null) dispatch({ type: 'PROGRESSED', progress });
  } catch (error) {
    dispatch(failureEvent('CHECKING_FAILED', error));
  }
}
