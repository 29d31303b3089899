import { randomInt } from 'node:crypto';
import { Router, json } from 'express';
import { z } from 'zod';
import { describeProblems, maskNik, person } from '../person.js';
import { CARD_FIELDS, prefillFrom } from '../prefill.js';
import { standingOf } from '../session-standing.js';
import type { Session, SessionStore } from '../session-store.js';

const optionalText = z.string().trim().max(200).default('');

const signupForm = z.object({
  ...Object.fromEntries(CARD_FIELDS.map((field) => [field, optionalText])),
  ...person.shape,
  email: z.email('Please give an e-mail address.').max(200),
});

/** `POST /api/sessions/:id/account`: the form as the person has corrected it. Kept nowhere. */
export function createSignupRoutes(sessions: SessionStore): Router {
  const router = Router();
  router.post('/api/sessions/:partnerSessionId/account', json(), (request, response) => {
    const session = sessions.find(request.params.partnerSessionId);
    if (session === null || standingOf(session).state !== 'ACCEPTED') {
      response.status(409).json({ error: 'The card of this session is not read.' });
      return;
    }
    const form = signupForm.safeParse(request.body);
    if (!form.success) {
      response
        .status(400)
        .json({ error: 'Please check the form.', problems: describeProblems(form.error) });
      return;
    }
    response.status(201).json({
      accountNumber: `TC-${String(randomInt(100_000, 1_000_000))}`,
      nik: maskNik(form.data.nik),
      corrected: listCorrected(session, form.data),
    });
  });
  return router;
}

/** Names of the fields that differ from the card: a shop may want to look at those by hand. */
function listCorrected(
  { details }: Session,
  form: Readonly<Record<string, unknown>>,
): readonly string[] {
  const prefill = prefillFrom(details);
  return CARD_FIELDS.filter((field) => {
    const { value } = prefill[field];
    return value !== null && form[field] !== value;
  });
}
