import { Router } from 'express';
import { parseInput } from '../../../administration/parse-input.js';
import type { PartnerKeys } from '../../../administration/partner-keys.js';
import { issueKeyBody } from '../../../contract/schema/operator/partner-key.js';
import { actorOf } from './operator-actor.js';

/** `/partners/{code}/keys`. */
export function createPartnerKeyRoute(keys: PartnerKeys): Router {
  const router = Router();

  router.post('/partners/:code/keys', async (req, res) => {
    const asked = parseInput(issueKeyBody, req.body ?? {});
    const data = await keys.issue(actorOf(req), req.params.code, asked);
    res.status(201).json({ success: true, data });
  });

  router.get('/partners/:code/keys', async (req, res) => {
    res.json({ success: true, data: { keys: await keys.list(req.params.code) } });
  });

  router.delete('/partners/:code/keys/:clientId', async (req, res) => {
    const { code, clientId } = req.params;
    res.json({ success: true, data: await keys.revoke(actorOf(req), code, clientId) });
  });

  return router;
}
