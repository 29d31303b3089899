import { Router } from 'express';
import type { Callbacks } from '../../../administration/callbacks.js';
import type { Deliveries } from '../../../administration/deliveries.js';
import { parseInput } from '../../../administration/parse-input.js';
import { setCallbackBody } from '../../../contract/schema/operator/callback.js';
import { actorOf } from './operator-actor.js';

const PATH = '/partners/:code/callback';

/** `/partners/{code}/callback` and what is done with it. */
export function createCallbackRoute(
  callbacks: Callbacks,
  deliveries: Pick<Deliveries, 'test'>,
): Router {
  const router = Router();

  router.put(PATH, async (req, res) => {
    const given = parseInput(setCallbackBody, req.body ?? {});
    const data = await callbacks.set(actorOf(req), req.params.code, given);
    res.json({ success: true, data });
  });

  router.get(PATH, async (req, res) => {
    res.json({ success: true, data: await callbacks.show(req.params.code) });
  });

  router.delete(PATH, async (req, res) => {
    await callbacks.remove(actorOf(req), req.params.code);
    res.json({ success: true, data: { removed: true } });
  });

  router.post(`${PATH}/enable`, async (req, res) => {
    res.json({ success: true, data: await callbacks.enable(actorOf(req), req.params.code) });
  });

  router.post(`${PATH}/secret`, async (req, res) => {
    const callbackSecret = await callbacks.rotateSecret(actorOf(req), req.params.code);
    res.status(201).json({ success: true, data: { callbackSecret } });
  });

  router.delete(`${PATH}/secret/old`, async (req, res) => {
    res.json({ success: true, data: await callbacks.dropOldSecret(actorOf(req), req.params.code) });
  });

  router.post(`${PATH}/test`, async (req, res) => {
    res.json({ success: true, data: await deliveries.test(actorOf(req), req.params.code) });
  });

  return router;
}
