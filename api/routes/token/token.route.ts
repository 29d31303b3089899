import { Router } from 'express';
import type { JSONWebKeySet } from 'jose';
import { WireCode } from '../../../contract/wire-error.js';
import { badRequest } from '../../errors.js';
import { parseHeaders } from '../../request-headers.js';
import { createIssuePartnerToken, type PartnerTokenOptions } from './token.service.js';

export interface TokenRouteOptions extends PartnerTokenOptions {
  readonly publicKeys: JSONWebKeySet;
}

/** The Token Gateway: can be served on a host of its own. */
export function createTokenRoute(options: TokenRouteOptions): Router {
  const router = Router();
  const issuePartnerToken = createIssuePartnerToken(options);

  router.get('/v1/coe/partner/authentication', async (req, res) => {
    const headers = parseHeaders(req.headers, ['client-id', 'pass-key'], WireCode.MISSING_AT_START);
    if (!headers.isValid) throw badRequest(headers.problems);
    const { 'client-id': clientId, 'pass-key': passKey } = headers.value;
    const data = await issuePartnerToken(clientId, passKey);
    res.json({ success: true, data });
  });

  router.get('/.well-known/jwks.json', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300').json(options.publicKeys);
  });

  return router;
}
