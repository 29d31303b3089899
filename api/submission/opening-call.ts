import type { Request, Response } from 'express';
import type { Authenticator, PartnerCaller } from '../authenticate.js';
import { addLogContext } from '../middleware/log-context.js';
import { readHeader } from '../request-headers.js';
import type { OpenSubmissionRequest } from './open-submission.js';
import { digestRequest } from './request-digest.js';

/** Headers of every call by which a partner's backend opens a submission. */
export const OPENING_HEADERS = [
  'x-onekyc-token',
  'x-onboarding-partner',
  'x-partner-user-id',
  'x-partner-user-id-type',
  'x-partner-session-id',
] as const;

type OpeningHeaders = Readonly<Record<(typeof OPENING_HEADERS)[number], string>>;

/**
 * Null without a token: that it is missing is told together with what else is.
 *
 * @throws ApiError 401, 403, 429
 */
export async function authenticateOpening(
  authenticator: Pick<Authenticator, 'authenticatePartner'>,
  req: Request,
  res: Response,
): Promise<PartnerCaller | null> {
  const token = readHeader(req.headers, 'x-onekyc-token');
  if (token === undefined) return null;
  const caller = await authenticator.authenticatePartner(token, req.ip);
  addLogContext(res, { partnerCode: caller.partner.code });
  return caller;
}

/** @param content what tells another request under the same session from the same again */
export function nameOpening(
  caller: PartnerCaller,
  headers: OpeningHeaders,
  content: unknown,
): Omit<OpenSubmissionRequest, 'body'> {
  const onboardingPartner = headers['x-onboarding-partner'];
  const partnerUserId = headers['x-partner-user-id'];
  const partnerUserIdType = headers['x-partner-user-id-type'];
  return {
    caller,
    partnerSessionId: headers['x-partner-session-id'],
    partnerUserId,
    partnerUserIdType,
    requestDigest: digestRequest([onboardingPartner, partnerUserId, partnerUserIdType, content]),
  };
}
