import { Router } from 'express';
import { parseInput } from '../../../administration/parse-input.js';
import type { ReferenceImages } from '../../../administration/reference-images.js';
import { setReferenceImageBody } from '../../../contract/schema/operator/reference-image.js';
import { actorOf } from './operator-actor.js';

const PATH = '/partners/:code/reference-image';

/** `/partners/{code}/reference-image`: where its reference images are asked for. */
export function createReferenceImageRoute(referenceImages: ReferenceImages): Router {
  const router = Router();

  router.put(PATH, async (req, res) => {
    const given = parseInput(setReferenceImageBody, req.body ?? {});
    const data = await referenceImages.set(actorOf(req), req.params.code, given);
    res.json({ success: true, data });
  });

  router.get(PATH, async (req, res) => {
    res.json({ success: true, data: await referenceImages.show(req.params.code) });
  });

  router.delete(PATH, async (req, res) => {
    await referenceImages.remove(actorOf(req), req.params.code);
    res.json({ success: true, data: { removed: true } });
  });

  return router;
}
