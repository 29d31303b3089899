import { z } from 'zod';
import { WireCode, type WireError } from '../../../contract/wire-error.js';
import type { Partner } from '../../../db/credential-store.js';

const REDIRECTION_URLS = ['successRedirectionUrl', 'failureRedirectionUrl'] as const;

const CAUSES = {
  successRedirectionUrl: 'SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
  failureRedirectionUrl: 'FAILURE_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
} as const;

const webRequest = z.object({
  source: z.literal('WEB_SDK'),
  successRedirectionUrl: z.unknown().optional(),
  failureRedirectionUrl: z.unknown().optional(),
});

/**
 * A browser must have somewhere to go back to: with `WEB_SDK` each redirection URL is required
 * unless the partner has a default. Looks at the raw body, so that this is told together with
 * what else is wrong with it. Unlike other missing fields this is 1540.
 */
export function findMissingRedirectionUrls(
  body: unknown,
  defaults: Pick<Partner, (typeof REDIRECTION_URLS)[number]>,
): readonly WireError[] {
  const request = webRequest.safeParse(body);
  if (!request.success) return [];
  return REDIRECTION_URLS.filter(
    (name) => isBlank(request.data[name]) && defaults[name] === null,
  ).map((name) => ({ code: WireCode.INVALID_VALUE, cause: CAUSES[name], field: name }));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
