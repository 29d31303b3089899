import { Router, type Request } from 'express';
import { initiateFlowBody, type InitiateFlowBody } from '../../../contract/schema/initiate-flow.js';
import { WireCode, type WireError } from '../../../contract/wire-error.js';
import type { Partner } from '../../../db/credential-store.js';
import type { Authenticator, PartnerCaller } from '../../authenticate.js';
import { badRequest, onboardingPartnerNotOwned } from '../../errors.js';
import { addLogContext } from '../../middleware/log-context.js';
import { isOwnOnboardingPartner } from '../../onboarding-partner.js';
import { parseHeaders, readHeader } from '../../request-headers.js';
import { invalid, parseRequest } from '../../request-problems.js';
import { findSandboxProblems } from '../../sandbox-user-id.js';
import {
  authenticateOpening,
  nameOpening,
  OPENING_HEADERS,
} from '../../submission/opening-call.js';
import type { OpenSubmissionRequest } from '../../submission/open-submission.js';
import {
  findForeignRedirectionUrls,
  findMissingRedirectionUrls,
} from '../../submission/redirection-urls.js';
import { createInitiateFlow, type InitiateFlowOptions } from './initiate-flow.service.js';

export interface InitiateFlowRouteOptions extends InitiateFlowOptions {
  readonly authenticator: Authenticator;
}

export function createInitiateFlowRoute(options: InitiateFlowRouteOptions): Router {
  const router = Router();
  const initiateFlow = createInitiateFlow(options);

  router.post('/coe-partner/v1/initiate-flow', async (req, res) => {
    const caller = await authenticateOpening(options.authenticator, req, res);
    const { submissionId, issued } = await initiateFlow(parseInitiate(req, caller));
    addLogContext(res, { submissionId });
    res.json({ success: true, data: issued });
  });

  return router;
}

/** Tells everything that is missing or wrong at once. `caller` is null without a token. */
function parseInitiate(req: Request, caller: PartnerCaller | null): OpenSubmissionRequest {
  const headers = parseHeaders(req.headers, OPENING_HEADERS, WireCode.MISSING_AT_START);
  const body = parseRequest(initiateFlowBody, req.body, WireCode.MISSING_AT_START);
  const problems = [
    ...(headers.isValid ? [] : headers.problems),
    ...(body.isValid ? [] : body.problems),
    ...(caller === null ? [] : findMissingRedirectionUrls(req.body, caller.partner.settings)),
    ...(caller === null || !body.isValid ? [] : findRefusedByPartner(body.value, caller.partner)),
    ...(caller === null
      ? []
      : findSandboxProblems(
          readHeader(req.headers, 'x-partner-user-id') ?? '',
          caller.environment,
        )),
  ];
  if (!headers.isValid || !body.isValid || problems.length > 0 || caller === null) {
    throw badRequest(problems);
  }
  if (!isOwnOnboardingPartner(headers.value['x-onboarding-partner'], caller.partner)) {
    throw onboardingPartnerNotOwned();
  }
  return { ...nameOpening(caller, headers.value, req.body), body: body.value };
}

/** What the partner's settings do not allow. */
function findRefusedByPartner(body: InitiateFlowBody, { settings }: Partner): readonly WireError[] {
  return [
    ...(settings.flows.includes(body.flow) ? [] : [invalid('FLOW', 'flow')]),
    ...findForeignRedirectionUrls(body, settings),
  ];
}
