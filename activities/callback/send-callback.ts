import type { CallbackEndpoint } from '../../db/callback-endpoint-store.js';
import type { DeliveryAttempt } from '../../db/delivery-store.js';
import type { PartnerStore } from '../../db/partner-store.js';
import { readPrivateNetworks } from '../outbound/read-private-networks.js';
import type { CallbackAnswer, CallbackSender } from './callback-sender.js';
import { composeHeaders } from './compose-headers.js';
import { excerptAnswer } from './excerpt-answer.js';
import { isDelivered, summariseAnswer } from './judge-answer.js';

export interface CallbackLine {
  readonly partners: Pick<PartnerStore, 'find'>;
  readonly sender: Pick<CallbackSender, 'send'>;
}

export interface CallbackMessage {
  readonly endpoint: CallbackEndpoint;
  readonly webhookId: string;
  readonly body: string;
  /** What the partner may quote about the person; asked for only when it has refused. */
  readonly readPersonalValues: () => Promise<readonly string[]>;
}

export interface SentCallback {
  readonly answer: CallbackAnswer;
  /** As it may be recorded. */
  readonly attempt: DeliveryAttempt;
}

/**
 * Signs and sends one message.
 *
 * @throws ApplicationFailure of type `PartnerMisconfigured` when a secret is unusable
 */
export async function sendCallback(
  { partners, sender }: CallbackLine,
  message: CallbackMessage,
): Promise<SentCallback> {
  const { endpoint, webhookId, body } = message;
  const headers = composeHeaders(endpoint, webhookId, body);
  const privateNetworks = await readPrivateNetworks(partners, endpoint.partnerCode);
  const { url, method } = endpoint;
  const startedAt = performance.now();
  const answer = await sender.send({ url, method, headers, body, privateNetworks });
  const durationMs = Math.round(performance.now() - startedAt);
  const answerExcerpt = await excerptRefusal(answer, message);
  return { answer, attempt: { ...summariseAnswer(answer), answerExcerpt, durationMs } };
}

async function excerptRefusal(
  answer: CallbackAnswer,
  { endpoint, readPersonalValues }: CallbackMessage,
): Promise<string | null> {
  if (answer.httpStatus === null || isDelivered(answer) || !answer.text) return null;
  // What cannot be redacted is not kept: the try itself counts all the same.
  const personal = await readPersonalValues().catch(() => null);
  if (personal === null) return null;
  const secret = [...Object.values(endpoint.headers), ...endpoint.secrets];
  return excerptAnswer(answer.text, [...personal, ...secret]) || null;
}
