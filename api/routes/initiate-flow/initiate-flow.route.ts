import { Router, type Request } from 'express';
import { initiateFlowBody } from '../../../contract/schema/initiate-flow.js';
import { WireCode } from '../../../contract/wire-error.js';
import type { Partner } from '../../../db/credential-store.js';
import type { Authenticator } from '../../authenticate.js';
import { badRequest, onboardingPartnerNotOwned } from '../../errors.js';
import { addLogContext } from '../../middleware/log-context.js';
import { parseHeaders, readHeader } from '../../request-headers.js';
import { parseRequest } from '../../request-problems.js';
import {
  createInitiateFlow,
  type InitiateFlowOptions,
  type InitiateFlowRequest,
} from './initiate-flow.service.js';
import { findMissingRedirectionUrls } from './redirection-urls.js';
import { digestRequest } from './request-digest.js';

export interface InitiateFlowRouteOptions extends InitiateFlowOptions {
  readonly authenticator: Authenticator;
}

const REQUIRED_HEADERS = [
  'x-onekyc-token',
  'x-onboarding-partner',
  'x-partner-user-id',
  'x-partner-user-id-type',
  'x-partner-session-id',
] as const;

export function createInitiateFlowRoute(options: InitiateFlowRouteOptions): Router {
  const router = Router();
  const initiateFlow = createInitiateFlow(options);

  router.post('/coe-partner/v1/initiate-flow', async (req, res) => {
    const token = readHeader(req.headers, 'x-onekyc-token');
    const partner =
      token === undefined ? null : await options.authenticator.authenticatePartner(token);
    if (partner !== null) addLogContext(res, { partnerCode: partner.code });
    const { submissionId, issued } = await initiateFlow(parseInitiate(req, partner));
    addLogContext(res, { submissionId });
    res.json({ success: true, data: issued });
  });

  return router;
}

/** Tells everything that is missing or wrong at once. `partner` is null without a token. */
function parseInitiate(req: Request, partner: Partner | null): InitiateFlowRequest {
  const headers = parseHeaders(req.headers, REQUIRED_HEADERS, WireCode.MISSING_AT_START);
  const body = parseRequest(initiateFlowBody, req.body, WireCode.MISSING_AT_START);
  const missingUrls = partner === null ? [] : findMissingRedirectionUrls(req.body, partner);
  if (!headers.isValid || !body.isValid || missingUrls.length > 0 || partner === null) {
    const headerProblems = headers.isValid ? [] : headers.problems;
    const bodyProblems = body.isValid ? [] : body.problems;
    throw badRequest([...headerProblems, ...bodyProblems, ...missingUrls]);
  }
  const onboardingPartner = headers.value['x-onboarding-partner'];
  if (!isOwn(onboardingPartner, partner)) throw onboardingPartnerNotOwned();
  const partnerUserId = headers.value['x-partner-user-id'];
  const partnerUserIdType = headers.value['x-partner-user-id-type'];
  return {
    partner,
    partnerSessionId: headers.value['x-partner-session-id'],
    partnerUserId,
    partnerUserIdType,
    requestDigest: digestRequest([onboardingPartner, partnerUserId, partnerUserIdType, req.body]),
    body: body.value,
  };
}

/** `PARTNER_CODE-PLATFORM-FLOW`; a partner code has no `-`. */
function isOwn(onboardingPartner: string, partner: Partner): boolean {
  const [code, platform, flow] = onboardingPartner.split('-');
  return code === partner.code && Boolean(platform) && Boolean(flow);
}
