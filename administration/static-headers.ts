import type { StaticAuthorization } from '../contract/schema/operator/static-headers.js';
import { invalid } from './administration-error.js';

type Headers = Readonly<Record<string, string>>;

export interface GivenEndpoint {
  readonly url: string;
  readonly headers?: Headers | undefined;
  readonly authorization?: StaticAuthorization | undefined;
}

/**
 * The headers that an endpoint has from now on: those that are given, else those it has. Stored
 * ones are not sent to another origin: whoever changes the address could read them there.
 *
 * @throws AdministrationError INVALID
 */
export function chooseHeaders(
  { url, headers, authorization }: GivenEndpoint,
  stored: { readonly url: string; readonly headers: Headers } | null,
): Headers {
  if (headers !== undefined || authorization !== undefined) {
    return combine(headers ?? {}, authorization);
  }
  if (stored === null || Object.keys(stored.headers).length === 0) return {};
  if (new URL(url).origin === new URL(stored.url).origin) return stored.headers;
  throw invalid(
    'headers',
    'The stored headers are for another origin. Give them again, or {} for none.',
  );
}

function combine(headers: Headers, authorization: StaticAuthorization | undefined): Headers {
  if (authorization === undefined) return headers;
  if ('authorization' in headers) {
    throw invalid('authorization', 'Give it here or among the headers, not in both.');
  }
  return { ...headers, authorization: toHeader(authorization) };
}

function toHeader(authorization: StaticAuthorization): string {
  if ('bearer' in authorization) return `Bearer ${authorization.bearer}`;
  const { username, password } = authorization.basic;
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/** For the audit log: a query may hold a key. */
export function withoutQuery(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
