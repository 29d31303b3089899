import { z } from 'zod';
import type { InitiateFlowBody } from '../../contract/schema/initiate-flow.js';
import type { PartnerSettings } from '../../contract/schema/partner-settings.js';
import { WireCode, type WireError } from '../../contract/wire-error.js';
import { badRequest } from '../errors.js';

const REDIRECTION_URLS = ['successRedirectionUrl', 'failureRedirectionUrl'] as const;

const WIRE_NAMES = {
  successRedirectionUrl: 'SUCCESS_REDIRECTION_URL',
  failureRedirectionUrl: 'FAILURE_REDIRECTION_URL',
} as const;

const webRequest = z.object({
  source: z.literal('WEB_SDK'),
  successRedirectionUrl: z.unknown().optional(),
  failureRedirectionUrl: z.unknown().optional(),
});

type RedirectionUrls = Pick<PartnerSettings, (typeof REDIRECTION_URLS)[number]>;

type RedirectionSettings = RedirectionUrls & Pick<PartnerSettings, 'redirectOrigins'>;

/**
 * A browser must have somewhere to go back to: with `WEB_SDK` each redirection URL is required
 * unless the partner has a default. Looks at the raw body, so that this is told together with
 * what else is wrong with it. Unlike other missing fields this is 1540.
 */
export function findMissingRedirectionUrls(
  body: unknown,
  defaults: RedirectionSettings,
): readonly WireError[] {
  const request = webRequest.safeParse(body);
  if (!request.success) return [];
  return REDIRECTION_URLS.filter(
    (name) => isBlank(request.data[name]) && defaults[name] === null,
  ).map(missingUrl);
}

/**
 * Whoever leaves a page for the capture app has to come back from it.
 *
 * @throws ApiError 400 where there is no address, of a submission or by default
 */
export function requireRedirectionUrls(urls: RedirectionUrls): void {
  const missing = REDIRECTION_URLS.filter((name) => urls[name] === null);
  if (missing.length > 0) throw badRequest(missing.map(missingUrl));
}

function missingUrl(name: (typeof REDIRECTION_URLS)[number]): WireError {
  return {
    code: WireCode.INVALID_VALUE,
    cause: `${WIRE_NAMES[name]}_CAN_NOT_BE_EMPTY`,
    field: name,
  };
}

/** A browser is sent to registered origins alone: else a leaked token makes an open redirect. */
export function findForeignRedirectionUrls(
  body: InitiateFlowBody,
  settings: RedirectionSettings,
): readonly WireError[] {
  const registered = new Set(settings.redirectOrigins);
  for (const name of REDIRECTION_URLS) {
    const byDefault = settings[name];
    if (byDefault !== null) registered.add(new URL(byDefault).origin);
  }
  return REDIRECTION_URLS.filter((name) => {
    const url = body[name];
    return url !== undefined && !registered.has(new URL(url).origin);
  }).map((name) => ({
    code: WireCode.INVALID_VALUE,
    cause: `INVALID_${WIRE_NAMES[name]}`,
    message: 'Its origin is not registered for you. Ask the operator to add it.',
    field: name,
  }));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
