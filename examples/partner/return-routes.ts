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
  const sessionPage = path.join(pageFolder, 'session.html');

  router.get('/return/:path', (request, response, next) => {
    const returnPath = request.params.path;
    if (returnPath !== 'success' && returnPath !== 'failure') {
      next();
      return;
    }
    const session = sessions.find(queryText(request, 'partner_session_id'));
    const status = queryCode(request, 'status');
    const errorCode = queryCode(request, 'error_code');
    if (session !== null) {
      session.returned = { path: returnPath, status, errorCode };
      const said = [status, errorCode].filter((code) => code !== null).join(' ');
      sessions.note(session, 'returned', said === '' ? 'without a status' : said);
    }
    if (!session?.page) response.sendFile(sessionPage);
    else response.redirect(303, pageAddress(session.page, session.partnerSessionId, errorCode));
  });

  router.get('/sessions/:partnerSessionId', (_request, response) => {
    response.sendFile(sessionPage);
  });
  return router;
}

/** Only what we know goes into the address, and it is encoded: no header can be forged with it. */
function pageAddress(page: string, partnerSessionId: string, errorCode: string | null): string {
  const query = new URLSearchParams({ session: partnerSessionId });
  if (errorCode !== null) query.set('error_code', errorCode);
  return `${page}?${query.toString()}`;
}

function queryText(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

function queryCode(request: Request, name: string): string | null {
  const text = queryText(request, name);
  return CODE.test(text) ? text : null;
}
