import { CALLBACK_TIMEOUT_MS, type DeliveryErrorClass } from '../../contract/callback.js';
import type { OutboundClient } from '../outbound/outbound-client.js';

export interface CallbackRequest {
  readonly url: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** CIDR ranges of this partner's own that the address may lie in. */
  readonly privateNetworks: readonly string[];
}

/** The partner's status, or why there was none. */
export type CallbackAnswer =
  | {
      readonly httpStatus: number;
      readonly retryAfter: string | undefined;
      /** The beginning of what the partner wrote. May quote the person: never kept as it is. */
      readonly text?: string;
    }
  | { readonly httpStatus: null; readonly errorClass: Exclude<DeliveryErrorClass, 'HTTP_STATUS'> };

export interface CallbackSender {
  /** Sends once, follows no redirect, never throws for what the partner's side does. */
  send(callback: CallbackRequest): Promise<CallbackAnswer>;
}

/** Of an answer's body: more than an excerpt needs. */
const MAX_ANSWER_BYTES = 16 * 1024;

/**
 * Partners that want `Authorization: Basic …` or `Bearer …`, or an API key, have it among their
 * endpoint's static headers: they are sent as they are.
 */
export function createCallbackSender(client: OutboundClient): CallbackSender {
  return {
    async send(callback) {
      const answer = await client.send({
        ...callback,
        timeoutMs: CALLBACK_TIMEOUT_MS,
        maxBytes: MAX_ANSWER_BYTES,
      });
      if (answer.httpStatus === null) return answer;
      return {
        httpStatus: answer.httpStatus,
        retryAfter: answer.headers['retry-after'],
        text: new TextDecoder().decode(answer.body),
      };
    },
  };
}
