import { Router } from 'express';
import type { Erasures } from '../../../administration/erasures.js';
import { parseInput } from '../../../administration/parse-input.js';
import { eraseBody, erasuresQuery } from '../../../contract/schema/operator/erasure.js';
import { actorOf } from './operator-actor.js';

/** `/erasures`: what was erased, with its proof, and erasing on request. */
export function createErasureRoute(erasures: Erasures): Router {
  const router = Router();

  router.get('/erasures', async (req, res) => {
    const query = parseInput(erasuresQuery, req.query);
    res.json({ success: true, data: await erasures.list(query) });
  });

  router.post('/erasures', async (req, res) => {
    const asked = parseInput(eraseBody, req.body ?? {});
    const data = await erasures.request(actorOf(req), asked);
    res.status(202).json({ success: true, data });
  });

  return router;
}
