import { Router, json } from 'express';
import { z } from 'zod';
import { describeProblems, person } from '../person.js';
import { standingOf } from '../session-standing.js';
import type { SessionStore } from '../session-store.js';
import type { RegistryLookup } from './registry-lookup.js';

const application = person.extend({
  /** Whole rupiah. */
  amount: z.int().min(500_000).max(20_000_000),
});

export interface LoanDeps {
  readonly sessions: SessionStore;
  readonly registry: RegistryLookup;
}

/** `POST /api/sessions/:id/loan-application`: hands NIK, name and birth date to the registry. */
export function createLoanRoutes({ sessions, registry }: LoanDeps): Router {
  const router = Router();
  router.post(
    '/api/sessions/:partnerSessionId/loan-application',
    json(),
    async (request, response) => {
      const session = sessions.find(request.params.partnerSessionId);
      if (session === null || standingOf(session).state !== 'ACCEPTED') {
        response.status(409).json({ error: 'The card of this session is not read.' });
        return;
      }
      const form = application.safeParse(request.body);
      if (!form.success) {
        response
          .status(400)
          .json({ error: 'Please check the form.', problems: describeProblems(form.error) });
        return;
      }
      const { nik, name, dateOfBirth } = form.data;
      response.json(await registry.lookUp({ nik, name, dateOfBirth }));
    },
  );
  return router;
}
