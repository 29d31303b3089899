import { Router } from 'express';
import type { Assessments } from '../../../administration/assessments.js';
import { parseInput } from '../../../administration/parse-input.js';
import { submissionPath } from '../../../contract/schema/operator/assessment.js';
import { addLogContext } from '../../middleware/log-context.js';
import { actorOf } from './operator-actor.js';

/** `/submissions/{submissionId}/assessments`: what each check measured and found. */
export function createAssessmentRoute(assessments: Assessments): Router {
  const router = Router();

  router.get('/submissions/:submissionId/assessments', async (req, res) => {
    const { submissionId } = parseInput(submissionPath, req.params);
    addLogContext(res, { submissionId });
    res.json({ success: true, data: await assessments.list(actorOf(req), submissionId) });
  });

  return router;
}
