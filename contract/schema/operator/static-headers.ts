import { z } from 'zod';
import { hasNoUserInfo } from '../web-url.js';

/** RFC 9110 token, in lower case. */
const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/;

/** Visible ASCII and inner blanks: what cannot end a header and begin another. */
const HEADER_VALUE = /^[\x21-\x7e](?:[\x20-\x7e]{0,4094}[\x21-\x7e])?$/;

const MAX_HEADERS = 20;

/** Set by us, or by HTTP itself. */
const OWN_HEADERS =
  /^(?:content-.*|host|user-agent|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|proxy-.*|webhook-.*|x-partner-.*)$/;

const headerName = z
  .string()
  .toLowerCase()
  .regex(HEADER_NAME, 'Give a header name.')
  .refine((name) => !OWN_HEADERS.test(name), 'This header is set by the platform or by HTTP.');

const headerValue = z.string().regex(HEADER_VALUE, 'Give 1 to 4096 visible ASCII characters.');

/** Sent with every call to the partner. Write-only: no answer shows their values. */
export const staticHeaders = z
  .record(headerName, headerValue)
  .refine(
    (headers) => Object.keys(headers).length <= MAX_HEADERS,
    `Give ${String(MAX_HEADERS)} headers at most.`,
  );

const basicPart = z.string().regex(/^[\x20-\x7e]{1,1000}$/, 'Give visible ASCII characters.');

/** A shorter way to give the `authorization` header. */
export const staticAuthorization = z.union(
  [
    z.strictObject({
      basic: z.strictObject({
        username: basicPart.refine((name) => !name.includes(':'), 'No colon is allowed here.'),
        password: basicPart,
      }),
    }),
    z.strictObject({ bearer: headerValue.max(4000) }),
  ],
  'Give {basic: {username, password}} or {bearer}.',
);
export type StaticAuthorization = z.infer<typeof staticAuthorization>;

const MAX_URL_LENGTH = 2048;

/** Where we call the partner. A password in it would be shown wherever the address is. */
export const partnerEndpointUrl = z
  .url({ protocol: /^https?$/, error: 'Give an http or https address.', abort: true })
  .max(MAX_URL_LENGTH)
  .refine(hasNoUserInfo, 'Give user name and password as authorization, not in the address.');
