import path from 'node:path';
import { Router, json } from 'express';
import { z } from 'zod';
import { startSession, type SessionDeps } from '../start-session.js';
import { findSandboxOutcome, SANDBOX_OUTCOMES } from './sandbox-outcomes.js';

export interface SandboxDeps extends SessionDeps {
  readonly pageFolder: string;
}

const startBody = z.object({ userId: z.string().max(100) });

/** A page for each outcome of the sandbox, so that a partner sees every branch it has to handle. */
export function createSandboxRoutes(deps: SandboxDeps): Router {
  const router = Router();

  router.get('/api/sandbox/outcomes', (_request, response) => {
    response.json({ isAvailable: deps.accounts.sandbox !== null, outcomes: SANDBOX_OUTCOMES });
  });

  // Only a user id of the list goes into the header of the call to Kenali.
  router.post('/api/sandbox/sessions', json(), async (request, response) => {
    const body = startBody.safeParse(request.body);
    const outcome = body.success ? findSandboxOutcome(body.data.userId) : null;
    if (outcome === null) {
      response.status(400).json({ error: 'no such outcome' });
      return;
    }
    const { userId, flow } = outcome;
    const page = `/sandbox/${userId}`;
    const plan = { flow, account: 'sandbox', page, userId } as const;
    const { partnerSessionId, launchUrl } = await startSession(deps, plan);
    response.status(201).json({ partnerSessionId, launchUrl });
  });

  router.get('/sandbox/:userId', (request, response) => {
    const isKnown = findSandboxOutcome(request.params.userId) !== null;
    if (!isKnown) response.redirect('/sandbox');
    else response.sendFile(path.join(deps.pageFolder, 'sandbox-outcome.html'));
  });

  return router;
}
