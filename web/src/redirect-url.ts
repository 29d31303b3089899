import type { RedirectAddresses } from './api/wire-types.js';
import type { Ending } from './ending.js';

export interface RedirectInput {
  readonly redirect: RedirectAddresses;
  readonly partnerSessionId: string;
  readonly ending: Ending;
}

/**
 * Where the person goes at the end: the partner's address with `status`, `partner_session_id` and,
 * for an error, `error_code`. What the address already carries stays as it is, byte for byte,
 * except parameters of these names. `null` where the partner gave no address, or none that a
 * browser should open.
 */
export function redirectUrl({ redirect, partnerSessionId, ending }: RedirectInput): string | null {
  const address = ending.status === 'COMPLETED' ? redirect.success : redirect.failure;
  const url = address === null ? null : parseWebAddress(address);
  if (url === null) return null;

  const added = new URLSearchParams({
    status: ending.status,
    partner_session_id: partnerSessionId,
    ...(ending.status === 'ERROR' ? { error_code: ending.errorCode } : {}),
  });
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isOneOf(added, pair));
  url.search = [...kept, added.toString()].join('&');
  return url.href;
}

/** Only http and https: a `javascript:` address would run in this page. */
function parseWebAddress(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

function isOneOf(names: URLSearchParams, pair: string): boolean {
  return [...new URLSearchParams(pair).keys()].some((name) => names.has(name));
}
