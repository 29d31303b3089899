import path from 'node:path';
import { Router, type Request } from 'express';
import type { SessionStore } from './session-store.js';

/** A code of the redirect contract, such as `COMPLETED` or `SESSION_TIMEOUT`. */
const CODE = /^[A-Z_]{1,60}$/;

/**
 * Where the capture page sends the person back to. What the address says is shown, never believed:
 * anyone can type it. The verdict comes with the callback.
 */
export function createReturnRoutes(sessions: SessionStore, pageFolder: string): Router {
  const router = Router();
  router.get(['/return/success', '/return/failure'], (request, response) => {
    const session = sessions.find(queryText(request, 'partner_session_id'));
    const status = queryText(request, 'status');
    const errorCode = queryText(request, 'error_code');
    if (session !== null) {
      const said = [status, errorCode].filter((code) => CODE.test(code)).join(' ');
      sessions.note(session, 'returned', said === '' ? 'without a status' : said);
    }
    response.sendFile(path.join(pageFolder, 'session.html'));
  });
  router.get('/sessions/:partnerSessionId', (_request, response) => {
    response.sendFile(path.join(pageFolder, 'session.html'));
  });
  return router;
}

function queryText(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}
