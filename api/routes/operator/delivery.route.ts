import { Router } from 'express';
import type { Deliveries } from '../../../administration/deliveries.js';
import { parseInput } from '../../../administration/parse-input.js';
import { deliveriesQuery, replayBody } from '../../../contract/schema/operator/delivery.js';
import { actorOf } from './operator-actor.js';

/** `/deliveries`: what was sent to partners, and sending it again. */
export function createDeliveryRoute(deliveries: Deliveries): Router {
  const router = Router();

  router.get('/deliveries', async (req, res) => {
    const query = parseInput(deliveriesQuery, req.query);
    res.json({ success: true, data: await deliveries.list(query) });
  });

  router.post('/deliveries/replay', async (req, res) => {
    const asked = parseInput(replayBody, req.body ?? {});
    const data = await deliveries.replay(actorOf(req), asked);
    res.status(202).json({ success: true, data });
  });

  return router;
}
