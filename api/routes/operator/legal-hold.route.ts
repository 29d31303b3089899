import { Router } from 'express';
import type { LegalHolds } from '../../../administration/legal-holds.js';
import { parseInput } from '../../../administration/parse-input.js';
import {
  holdPath,
  holdsQuery,
  placeHoldBody,
  releaseHoldBody,
} from '../../../contract/schema/operator/legal-hold.js';
import { actorOf } from './operator-actor.js';

/** `/legal-holds`: what must not be erased. */
export function createLegalHoldRoute(legalHolds: LegalHolds): Router {
  const router = Router();

  router.get('/legal-holds', async (req, res) => {
    const query = parseInput(holdsQuery, req.query);
    res.json({ success: true, data: await legalHolds.list(query) });
  });

  router.post('/legal-holds', async (req, res) => {
    const asked = parseInput(placeHoldBody, req.body ?? {});
    const data = await legalHolds.place(actorOf(req), asked);
    res.status(201).json({ success: true, data });
  });

  router.post('/legal-holds/:holdId/release', async (req, res) => {
    const { holdId } = parseInput(holdPath, req.params);
    const { reason } = parseInput(releaseHoldBody, req.body ?? {});
    res.json({ success: true, data: await legalHolds.release(actorOf(req), holdId, reason) });
  });

  return router;
}
