import { Router } from 'express';
import type { AuditLog } from '../../../administration/audit-log.js';
import { parseInput } from '../../../administration/parse-input.js';
import { auditQuery } from '../../../contract/schema/operator/audit.js';

/** `/audit`: every change that an operator has made. */
export function createAuditRoute(audit: AuditLog): Router {
  const router = Router();

  router.get('/audit', async (req, res) => {
    const query = parseInput(auditQuery, req.query);
    res.json({ success: true, data: await audit.list(query) });
  });

  return router;
}
