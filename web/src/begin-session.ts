import type { CaptureApi } from './api/capture-api.js';
import type { LaunchedSession } from './api/wire-types.js';
import type { Entry } from './entry.js';
import type { FlowEvent } from './flow-state.js';
import { findCodeFailure } from './handoff/claim-session.js';
import { partOf } from './handoff/device.js';
import { readStanding } from './handoff/read-standing.js';
import { watchPhone } from './handoff/watch-phone.js';
import type { HeldCaptures } from './keeping/held-captures.js';
import { openFailureOf } from './open-session.js';
import type { ScreenName } from './screen.js';
import type { Wait } from './wait.js';

export interface BeginSessionOptions {
  readonly api: Pick<CaptureApi, 'readProgress' | 'readUploadTargets'>;
  readonly entry: Entry;
  readonly findCamera: () => Promise<boolean>;
  readonly held: Pick<HeldCaptures, 'prepare' | 'restore'>;
  readonly wait: Wait;
  readonly readScreen: () => ScreenName;
  readonly dispatch: (event: FlowEvent) => void;
  /** Called before the first event that needs what is told here. */
  readonly onOpened: (session: LaunchedSession) => void;
}

/** A first visit, a reload or a phone that takes over: opens the session and finds where it stands. */
export async function beginSession(options: BeginSessionOptions): Promise<void> {
  const { api, entry, findCamera, held, dispatch } = options;
  const hadToken = entry.hasLaunchToken;
  held.prepare();
  try {
    const session = await entry.open();
    options.onOpened(session);
    const part = partOf(session);
    dispatch({ type: 'DEVICE_KNOWN', device: { part, hasCamera: await findCamera() } });
    const standing = await readStanding(api, part);
    const kept = await held.restore(standing.progress);
    dispatch({ type: 'OPENED', ...standing, kept });
    if (part === 'TOOK_OVER') void watchPhone(options);
  } catch (error) {
    const refusal = findCodeFailure(error);
    if (refusal !== null) dispatch({ type: 'CODE_REFUSED', failure: refusal });
    else dispatch({ type: 'OPEN_FAILED', failure: openFailureOf(error, hadToken) });
  }
}
