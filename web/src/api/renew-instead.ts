import { isRefusal, type Refusal } from './api-error.js';
import type { CaptureApi } from './capture-api.js';
import type { LaunchedSession } from './wire-types.js';

/**
 * Opens by the cookie of an earlier visit what was refused by its token or code. That the cookie is no good either is no
 * news: the first refusal tells why. A lost connection or a proxy's word says nothing of the cookie, and another try may.
 */
export async function renewInstead(
  api: Pick<CaptureApi, 'renew'>,
  refusal: Refusal,
): Promise<LaunchedSession> {
  try {
    return await api.renew();
  } catch (error) {
    throw isRefusal(error) ? refusal : error;
  }
}
