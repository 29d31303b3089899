import { Router } from 'express';
import { prefillFrom } from './prefill.js';
import { standingOf } from './session-standing.js';
import type { SessionStore } from './session-store.js';

/**
 * `GET /api/sessions/:id/prefill`: what the form is filled with. The backend asks Kenali; a value
 * that came by way of the browser could be anybody's.
 */
export function createPrefillRoutes(sessions: SessionStore): Router {
  const router = Router();
  router.get('/api/sessions/:partnerSessionId/prefill', (request, response) => {
    const session = sessions.find(request.params.partnerSessionId);
    if (session === null) {
      response.status(404).json({ error: 'no such session' });
      return;
    }
    const standing = standingOf(session);
    const isReady = standing.state === 'ACCEPTED' && session.details !== null;
    response
      .set('cache-control', 'no-store')
      .json({ ...standing, fields: isReady ? prefillFrom(session.details) : null });
  });
  return router;
}
