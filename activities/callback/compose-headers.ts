import type { CallbackEndpoint } from '../../db/callback-endpoint-store.js';
import { FailureType } from '../failure-type.js';
import { finalFailure } from '../failure.js';
import { mergeHeaders } from '../outbound/merge-headers.js';
import { CallbackSecretError, signCallback } from './sign-callback.js';

/**
 * The partner's static headers, ours and the signature of this moment.
 *
 * @throws ApplicationFailure of type `PartnerMisconfigured` when a secret is unusable
 */
export function composeHeaders(
  endpoint: CallbackEndpoint,
  webhookId: string,
  body: string,
): Readonly<Record<string, string>> {
  const own = { 'content-type': 'application/json', 'user-agent': 'kenali-callback' };
  const timestamp = Math.floor(Date.now() / 1000);
  try {
    const signature = signCallback({ id: webhookId, timestamp, body }, endpoint.secrets);
    return mergeHeaders(endpoint.headers, { ...own, ...signature });
  } catch (error) {
    if (!(error instanceof CallbackSecretError)) throw error;
    throw finalFailure(FailureType.PartnerMisconfigured, error.message);
  }
}
