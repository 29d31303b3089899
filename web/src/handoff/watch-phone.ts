import { SessionOverError } from '../api/api-error.js';
import type { CaptureApi } from '../api/capture-api.js';
import type { FlowEvent } from '../flow-state.js';
import type { ScreenName } from '../screen.js';
import type { Wait } from '../wait.js';

export interface WatchOptions {
  readonly api: Pick<CaptureApi, 'readProgress'>;
  readonly wait: Wait;
  readonly readScreen: () => ScreenName;
  readonly dispatch: (event: FlowEvent) => void;
}

/** Soon enough that nobody takes a picture in vain for long, rarely enough for a phone's battery. */
const WATCH_EVERY_MS = 4_000;

const OVER: ReadonlySet<ScreenName> = new Set<ScreenName>(['HANDED_BACK', 'CODE_REFUSED']);

/** Screens whose own calls tell how things are. */
const ASKING: ReadonlySet<ScreenName> = new Set<ScreenName>(['OPENING', 'UPLOADING', 'CHECKING']);

/**
 * On a phone that took over: notices the end of the hand-off while the person reads or aims, when
 * nothing else is asked of the service. A lost connection is no end.
 */
export async function watchPhone(options: WatchOptions): Promise<void> {
  const { api, wait, readScreen, dispatch } = options;
  for (;;) {
    await wait(WATCH_EVERY_MS);
    if (OVER.has(readScreen())) return;
    if (ASKING.has(readScreen())) continue;
    try {
      const progress = await api.readProgress();
      if (progress.status !== 'IN_PROGRESS') dispatch({ type: 'HANDOFF_MOVED', progress });
    } catch (error) {
      if (error instanceof SessionOverError) dispatch({ type: 'SESSION_ENDED' });
    }
  }
}
