import { ApiError, isRefusal } from '../api/api-error.js';
import type { CaptureApi } from '../api/capture-api.js';
import { renewInstead } from '../api/renew-instead.js';
import type { LaunchedSession } from '../api/wire-types.js';
import type { CodeFailure } from './handoff-screen.js';

export interface ClaimOptions {
  readonly api: Pick<CaptureApi, 'claim' | 'renew'>;
  readonly code: string;
  /** Called once the code has been answered for and must not stay in the URL. */
  readonly forgetCode: () => void;
}

/**
 * Takes over on a phone. Where the code is refused the cookie is tried: the same phone may have
 * opened the same address twice, or it was pasted into the browser that shows the code, which then
 * goes on with that.
 */
export async function claimSession({
  api,
  code,
  forgetCode,
}: ClaimOptions): Promise<LaunchedSession> {
  try {
    const session = await api.claim(code);
    forgetCode();
    return session;
  } catch (error) {
    if (!isRefusal(error) || findCodeFailure(error) === null) throw error;
    forgetCode();
    return await renewInstead(api, error);
  }
}

const FAILURE_BY_REASON: ReadonlyMap<string, CodeFailure> = new Map([
  ['HANDOFF_CODE_ALREADY_USED', 'CODE_USED'],
  ['HANDOFF_CODE_EXPIRED', 'CODE_EXPIRED'],
  ['HANDOFF_CODE_INVALID', 'CODE_INVALID'],
  ['SUBMISSION_ALREADY_FINISHED', 'CODE_FINISHED'],
  ['HANDOFF_ENDED', 'HANDOFF_ENDED'],
  ['HANDOFF_NOT_ALLOWED', 'CODE_INVALID'],
]);

/** Why a phone is not let in, for the person; `null` for what has to do with no hand-off. */
export function findCodeFailure(error: unknown): CodeFailure | null {
  if (!(error instanceof ApiError)) return null;
  return FAILURE_BY_REASON.get(error.reason ?? '') ?? null;
}
