import type { CaptureApi } from './api/capture-api.js';
import type { LaunchedSession } from './api/wire-types.js';
import { claimSession } from './handoff/claim-session.js';
import { openSession } from './open-session.js';

/** The way into the session; what the address carried for it is forgotten once it is used. */
export interface Entry {
  /** Whether the address still carries a launch token. */
  readonly hasLaunchToken: boolean;
  /** Repeatable: the next time by the cookie. */
  open(): Promise<LaunchedSession>;
}

export interface EntryOptions {
  readonly api: Pick<CaptureApi, 'exchange' | 'renew' | 'claim'>;
  readonly launchToken: string | null;
  /** From a QR picture, on a phone that takes over. */
  readonly handoffCode: string | null;
  /** Takes either of them out of the address bar and the browser's history. */
  readonly dropFragment: () => void;
}

export function createEntry({ api, dropFragment, ...given }: EntryOptions): Entry {
  let { launchToken, handoffCode } = given;
  const forget = (): void => {
    launchToken = null;
    handoffCode = null;
    dropFragment();
  };
  return {
    get hasLaunchToken() {
      return launchToken !== null;
    },
    open() {
      return handoffCode === null
        ? openSession({ api, launchToken, forgetToken: forget })
        : claimSession({ api, code: handoffCode, forgetCode: forget });
    },
  };
}
