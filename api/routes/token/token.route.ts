import { Router, type RequestHandler } from 'express';
import type { JSONWebKeySet } from 'jose';
import { WireCode } from '../../../contract/wire-error.js';
import { badRequest } from '../../errors.js';
import { addLogContext } from '../../middleware/log-context.js';
import { parseHeaders } from '../../request-headers.js';
import {
  createCheckCredential,
  issueGrantToken,
  issuePartnerToken,
  type TokenOptions,
} from './token.service.js';

export interface TokenRouteOptions extends TokenOptions {
  readonly publicKeys: JSONWebKeySet;
  /** Refuses token calls at a host that is not theirs. */
  readonly guard: RequestHandler;
}

const CREDENTIAL_HEADERS = ['client-id', 'pass-key'] as const;

const USER_HEADERS = [
  ...CREDENTIAL_HEADERS,
  'x-onboarding-partner',
  'x-partner-user-id',
  'x-partner-user-id-type',
] as const;

/** The Token Gateway: can be served on a host of its own. */
export function createTokenRoute(options: TokenRouteOptions): Router {
  const router = Router();
  const checkCredential = createCheckCredential(options);

  router.get('/v1/coe/partner/authentication', options.guard, async (req, res) => {
    const headers = parseHeaders(req.headers, CREDENTIAL_HEADERS, WireCode.MISSING_AT_START);
    if (!headers.isValid) throw badRequest(headers.problems);
    const { 'client-id': clientId, 'pass-key': passKey } = headers.value;
    const credential = await checkCredential({ clientId, passKey, address: req.ip });
    addLogContext(res, { partnerCode: credential.partner.code });
    const data = await issuePartnerToken(options, credential);
    res.json({ success: true, data });
  });

  router.get('/v2/coe/authentication', options.guard, async (req, res) => {
    const headers = parseHeaders(req.headers, USER_HEADERS, WireCode.MISSING_AT_START);
    if (!headers.isValid) throw badRequest(headers.problems);
    const { 'client-id': clientId, 'pass-key': passKey } = headers.value;
    const credential = await checkCredential({ clientId, passKey, address: req.ip });
    addLogContext(res, { partnerCode: credential.partner.code });
    const data = await issueGrantToken(options, credential, {
      onboardingPartner: headers.value['x-onboarding-partner'],
      partnerUserId: headers.value['x-partner-user-id'],
      partnerUserIdType: headers.value['x-partner-user-id-type'],
    });
    res.json({ success: true, data });
  });

  router.get('/.well-known/jwks.json', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300').json(options.publicKeys);
  });

  return router;
}
