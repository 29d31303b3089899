import { z } from 'zod';
import { successEnvelope } from '../envelope.js';
import { partnerEndpointUrl, staticAuthorization, staticHeaders } from './static-headers.js';

const METHODS = ['GET', 'POST'] as const;

const MAX_IMAGE_HOSTS = 20;

/** A host name in lower case, without a port. */
const imageHost = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/,
    'Give a host name without scheme and port.',
  );

/**
 * `PUT /operator/v1/partners/{code}/reference-image`. What is left out stays as it is, or begins
 * with the default. Headers replace the stored ones, all of them; they have to be given again for
 * another origin.
 */
export const setReferenceImageBody = z.strictObject({
  url: partnerEndpointUrl,
  method: z.enum(METHODS).optional(),
  headers: staticHeaders.optional(),
  authorization: staticAuthorization.optional(),
  /** Hosts that the image itself may come from; empty for any. */
  imageHosts: z.array(imageHost).max(MAX_IMAGE_HOSTS).optional(),
});
export type SetReferenceImage = z.infer<typeof setReferenceImageBody>;

/** No header values. */
export const referenceImageView = z.strictObject({
  url: z.string(),
  method: z.enum(METHODS),
  headerNames: z.array(z.string()),
  imageHosts: z.array(z.string()),
});
export type ReferenceImageView = z.infer<typeof referenceImageView>;

export const referenceImageAnswer = successEnvelope(referenceImageView);
