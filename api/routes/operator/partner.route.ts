import { Router } from 'express';
import { parseInput } from '../../../administration/parse-input.js';
import type { Partners } from '../../../administration/partners.js';
import { changePartnerBody, createPartnerBody } from '../../../contract/schema/operator/partner.js';
import { addLogContext } from '../../middleware/log-context.js';
import { actorOf } from './operator-actor.js';

/** `/partners` and `/partners/{code}`. */
export function createPartnerRoute(partners: Partners): Router {
  const router = Router();

  router.post('/partners', async (req, res) => {
    const given = parseInput(createPartnerBody, req.body ?? {});
    addLogContext(res, { partnerCode: given.code });
    const data = await partners.create(actorOf(req), given);
    res.status(201).json({ success: true, data });
  });

  router.get('/partners', async (_req, res) => {
    res.json({ success: true, data: { partners: await partners.list() } });
  });

  router.get('/partners/:code', async (req, res) => {
    res.json({ success: true, data: await partners.show(req.params.code) });
  });

  router.patch('/partners/:code', async (req, res) => {
    const given = parseInput(changePartnerBody, req.body ?? {});
    const data = await partners.change(actorOf(req), req.params.code, given);
    res.json({ success: true, data });
  });

  return router;
}
