import { randomUUID } from 'node:crypto';
import { Router, json } from 'express';
import { z } from 'zod';
import type { FlowName, KenaliClient } from './kenali-client.js';
import type { Session, SessionStore } from './session-store.js';

export interface SessionDeps {
  readonly kenali: KenaliClient;
  readonly sessions: SessionStore;
}

const startBody = z.object({ flow: z.enum(['KTP_SCAN', 'KYC_LITE']) });

/**
 * What the page calls. A real partner puts its own login before these: they show a person's card.
 */
export function createSessionRoutes(deps: SessionDeps): Router {
  const { kenali, sessions } = deps;
  const router = Router();

  router.post('/api/sessions', json(), async (request, response) => {
    const body = startBody.safeParse(request.body);
    if (!body.success) {
      response.status(400).json({ error: 'flow must be KTP_SCAN or KYC_LITE' });
      return;
    }
    const session = await startSession(deps, body.data.flow);
    const { partnerSessionId, launchUrl } = session;
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
    session.details = await kenali.readDetails(names);
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
    const launchUrl = session.launchUrl ?? (await kenali.initiateFlow(names, flow)).launchUrl;
    session.launchUrl = null;
    sessions.note(session, 'opened', 'the person was sent to the capture page');
    response.set('cache-control', 'no-store').redirect(launchUrl);
  });

  return router;
}

async function startSession({ kenali, sessions }: SessionDeps, flow: FlowName): Promise<Session> {
  const names = { partnerSessionId: randomUUID(), userId: `shop-user-${randomUUID()}` };
  await kenali.authenticate();
  const session = sessions.add({ ...names, flow });
  sessions.note(session, 'token', 'partner token at hand');
  const { launchUrl, expiresAtMs } = await kenali.initiateFlow(names, flow);
  session.launchUrl = launchUrl;
  const minutes = Math.round((expiresAtMs - Date.now()) / 60_000);
  sessions.note(session, 'initiated', `${flow}, launch URL valid for ${String(minutes)} minutes`);
  return session;
}

/** Null for a session that is known from its callback alone: there are no names to ask with. */
function findStarted(sessions: SessionStore, partnerSessionId: string) {
  const session = sessions.find(partnerSessionId);
  if (!session?.userId || !session.flow) return null;
  return { session, flow: session.flow, names: { partnerSessionId, userId: session.userId } };
}

/** No personal data: it is a list. */
function summarise({ partnerSessionId, flow, timeline, callback, details }: Session) {
  // The details stand in for a callback that has not arrived.
  const outcome = callback?.body ?? details;
  return {
    partnerSessionId,
    flow: flow ?? callback?.body.submissionType ?? null,
    since: timeline[0]?.at ?? null,
    status: outcome?.status ?? 'IN_PROGRESS',
    result: outcome?.result ?? null,
    reasonCode: outcome?.reasonCode ?? null,
  };
}

/** The launch URL stays here: it is a way into the person's session. */
function describe(session: Session) {
  const { timeline, callback, details } = session;
  return { ...summarise(session), timeline, callback, details, canOpen: session.userId !== null };
}
