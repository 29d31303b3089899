import { z } from 'zod';
import { CallbackPayload } from '../../callback.js';
import { successEnvelope } from '../envelope.js';
import { partnerEndpointUrl, staticAuthorization, staticHeaders } from './static-headers.js';

const METHODS = ['POST', 'PUT', 'PATCH'] as const;

/**
 * `PUT /operator/v1/partners/{code}/callback`. What is left out stays as it is, or begins with the
 * default. Headers replace the stored ones, all of them; they have to be given again for another
 * origin. A callback that a 410 has disabled is enabled.
 */
export const setCallbackBody = z.strictObject({
  url: partnerEndpointUrl,
  method: z.enum(METHODS).optional(),
  payload: z.enum(CallbackPayload).optional(),
  headers: staticHeaders.optional(),
  authorization: staticAuthorization.optional(),
});
export type SetCallback = z.infer<typeof setCallbackBody>;

/** Neither secrets nor header values. */
export const callbackView = z.strictObject({
  url: z.string(),
  method: z.enum(METHODS),
  payload: z.enum(CallbackPayload),
  headerNames: z.array(z.string()),
  /** Two secrets sign while one replaces the other. */
  isRotatingSecret: z.boolean(),
  /** The endpoint has answered 410: nothing is sent until it is enabled. */
  isDisabled: z.boolean(),
});
export type CallbackView = z.infer<typeof callbackView>;

/** `whsec_…`, shown once. */
const callbackSecret = z.string().regex(/^whsec_[A-Za-z0-9+/]+=*$/);

export const callbackAnswer = successEnvelope(callbackView);

/** The secret is told when the callback is new, and is null when it has one already. */
export const callbackSetAnswer = successEnvelope(
  callbackView.extend({ callbackSecret: callbackSecret.nullable() }),
);

/** `POST …/callback/secret`: the one before signs as well until it is dropped. */
export const rotatedSecretAnswer = successEnvelope(z.strictObject({ callbackSecret }));

/** `DELETE …` of something. */
export const removedAnswer = successEnvelope(z.strictObject({ removed: z.literal(true) }));
