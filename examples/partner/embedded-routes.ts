import { randomUUID } from 'node:crypto';
import { Router, json } from 'express';
import { z } from 'zod';
import { clientOf } from './accounts.js';
import { standingOf } from './session-standing.js';
import type { Session } from './session-store.js';
import { SHOWCASES } from './showcases.js';
import type { SessionDeps } from './start-session.js';

export interface EmbeddedDeps extends SessionDeps {
  /** Origin that the Web SDK is loaded from and talks to. */
  readonly kenaliUrl: string;
}

const startBody = z.strictObject({
  showcase: z.enum(['loan']),
  /** A session of this page that was left before its end, to go on with. */
  goOn: z.string().max(100).optional(),
});

/**
 * `POST /api/embedded-sessions`: what a page needs to show the capture app over itself. The user
 * token opens this one session; the partner token and the pass-key stay here.
 */
export function createEmbeddedRoutes(deps: EmbeddedDeps): Router {
  const { accounts, sessions, kenaliUrl } = deps;
  const router = Router();

  router.post('/api/embedded-sessions', json(), async (request, response) => {
    const body = startBody.safeParse(request.body);
    if (!body.success) {
      response.status(400).json({ error: 'no such showcase' });
      return;
    }
    const showcase = SHOWCASES[body.data.showcase];
    const kenali = clientOf(accounts, showcase.account);
    const left = findLeft(sessions.find(body.data.goOn ?? ''));
    const names = left ?? {
      partnerSessionId: randomUUID(),
      userId: `shop-user-${randomUUID()}`,
    };
    await kenali.authenticate();
    const session =
      sessions.find(names.partnerSessionId) ??
      sessions.add({ ...names, ...showcase, isEmbedded: true });
    sessions.note(session, 'token', 'partner token at hand');
    const { token } = await kenali.initiateSdkFlow(names, showcase.flow);
    sessions.note(session, 'initiated', `${showcase.flow}, with a user token for the Web SDK`);
    sessions.note(session, 'opened', 'the page was given the user token');
    response.set('cache-control', 'no-store').status(201);
    response.json({ partnerSessionId: names.partnerSessionId, userToken: token, kenaliUrl });
  });

  return router;
}

/** The names of a session of a page that has not ended. */
function findLeft(session: Session | null) {
  if (!session?.isEmbedded || session.userId === null) return null;
  if (standingOf(session).state !== 'WAITING') return null;
  const { partnerSessionId, userId } = session;
  return { partnerSessionId, userId };
}
