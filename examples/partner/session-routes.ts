import { Router, json } from 'express';
import { z } from 'zod';
import { clientOf } from './accounts.js';
import { standingOf } from './session-standing.js';
import type { Session, SessionStore } from './session-store.js';
import { SHOWCASES } from './showcases.js';
import { startSession, type SessionDeps, type SessionPlan } from './start-session.js';

const startBody = z.union([
  z.strictObject({ flow: z.enum(['KTP_SCAN', 'KYC_LITE', 'SELFIE_LIVENESS']) }),
  z.strictObject({
    showcase: z.enum(['signup', 'seller', 'loan']),
    /** A session of the same person, who tries again. */
    again: z.string().max(100).optional(),
  }),
]);

/**
 * What every page calls. A real partner puts its own login before these: they show a person's card.
 */
export function createSessionRoutes(deps: SessionDeps): Router {
  const { accounts, sessions } = deps;
  const router = Router();

  router.post('/api/sessions', json(), async (request, response) => {
    const body = startBody.safeParse(request.body);
    if (!body.success) {
      response.status(400).json({ error: 'no such flow or showcase' });
      return;
    }
    const { partnerSessionId, launchUrl } = await startSession(deps, plan(sessions, body.data));
    response.status(201).json({ partnerSessionId, launchUrl });
  });

  router.get('/api/sessions', (_request, response) => {
    response.json({ sessions: sessions.list().map(summarise) });
  });

  router.get('/api/sessions/:partnerSessionId', (request, response) => {
    const session = sessions.find(request.params.partnerSessionId);
    if (session === null) response.status(404).json({ error: 'no such session' });
    else response.json(describe(session));
  });

  // For a callback that does not arrive: the details can be asked for at any time.
  router.post('/api/sessions/:partnerSessionId/refresh', async (request, response) => {
    const started = findStarted(sessions, request.params.partnerSessionId);
    if (started === null) {
      response.status(404).json({ error: 'no session that was started here' });
      return;
    }
    const { session, names } = started;
    session.details = await clientOf(accounts, session.account).readDetails(names);
    sessions.note(session, 'details', `asked for: ${session.details.status}`);
    response.json(describe(session));
  });

  // A launch URL works once. Whoever left and comes back gets a fresh one for the same submission.
  router.get('/sessions/:partnerSessionId/open', async (request, response) => {
    const started = findStarted(sessions, request.params.partnerSessionId);
    if (started === null) {
      response.redirect('/');
      return;
    }
    const { session, names, flow } = started;
    if (session.isEmbedded) {
      response.redirect(session.page ?? '/');
      return;
    }
    const initiateAgain = () => clientOf(accounts, session.account).initiateFlow(names, flow);
    const launchUrl = session.launchUrl ?? (await initiateAgain()).launchUrl;
    session.launchUrl = null;
    sessions.note(session, 'opened', 'the person was sent to the capture page');
    response.set('cache-control', 'no-store').redirect(launchUrl);
  });

  return router;
}

function plan(sessions: SessionStore, body: z.infer<typeof startBody>): SessionPlan {
  if ('flow' in body) return { flow: body.flow, account: 'main', page: null };
  const userId = sessions.find(body.again ?? '')?.userId ?? null;
  return { ...SHOWCASES[body.showcase], ...(userId !== null && { userId }) };
}

/** Null for a session that is known from its callback alone: there are no names to ask with. */
function findStarted(sessions: SessionStore, partnerSessionId: string) {
  const session = sessions.find(partnerSessionId);
  if (!session?.userId || !session.flow) return null;
  return { session, flow: session.flow, names: { partnerSessionId, userId: session.userId } };
}

/** No personal data: it is a list. */
function summarise(session: Session) {
  const { partnerSessionId, flow, page, timeline, callback } = session;
  const { status, result, reasonCode, state } = standingOf(session);
  return {
    partnerSessionId,
    flow: flow ?? callback?.body.submissionType ?? null,
    page,
    since: timeline[0]?.at ?? null,
    status,
    result,
    reasonCode,
    state,
  };
}

/** The launch URL stays here: it is a way into the person's session. */
function describe(session: Session) {
  const { timeline, returned, callback, details } = session;
  return {
    ...summarise(session),
    timeline,
    returned,
    callback,
    details,
    canOpen: session.userId !== null && !session.isEmbedded,
  };
}
