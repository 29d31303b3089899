import { Router, json } from 'express';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { prefillFrom } from '../prefill.js';
import { standingOf } from '../session-standing.js';
import type { Session } from '../session-store.js';
import { SHOWCASES } from '../showcases.js';
import { startSession, type SessionDeps } from '../start-session.js';
import { BADGE_STYLES, badgeName } from './badge-name.js';

const visitBody = z.object({
  host: z.string().trim().min(1).max(60),
  badgeStyle: z.enum(BADGE_STYLES),
});
type Visit = z.infer<typeof visitBody> & { readonly session: Session; readonly number: number };

export interface KioskDeps extends SessionDeps {
  /** Origin at which the visitor's phone reaches this backend. */
  readonly publicUrl: string;
}

const MAX_VISITS = 100;

/** The desk's screen: starts a visit, shows its QR code and prints the badge once it is verified. */
export function createKioskRoutes(deps: KioskDeps): Router {
  const visits = new Map<string, Visit>();
  let issued = 0;
  const router = Router();

  router.post('/api/kiosk/visits', json(), async (request, response) => {
    const body = visitBody.safeParse(request.body);
    if (!body.success) {
      response.status(400).json({ error: 'Who is visited, and how is the name printed?' });
      return;
    }
    const session = await startSession(deps, SHOWCASES.kiosk);
    const id = session.partnerSessionId;
    issued += 1;
    visits.set(id, { ...body.data, session, number: issued });
    const [oldest] = visits.keys();
    if (visits.size > MAX_VISITS && oldest !== undefined) visits.delete(oldest);
    response.status(201).json({ visitId: id, phoneUrl: phoneUrl(deps.publicUrl, id) });
  });

  // Our own address, which gives a fresh launch URL each time: Kenali's is long and works once.
  router.get('/api/kiosk/visits/:visitId/qr.svg', (request, response) => {
    const visit = visits.get(request.params.visitId);
    if (visit === undefined) {
      response.status(404).end();
      return;
    }
    const address = phoneUrl(deps.publicUrl, visit.session.partnerSessionId);
    response
      .set('cache-control', 'no-store')
      .type('svg')
      .send(renderSVG(address, { border: 4 }));
  });

  router.get('/api/kiosk/visits/:visitId', (request, response) => {
    const visit = visits.get(request.params.visitId);
    if (visit === undefined) response.status(404).json({ error: 'no such visit' });
    else response.json(describeVisit(visit));
  });

  return router;
}

function phoneUrl(publicUrl: string, partnerSessionId: string): string {
  return `${publicUrl}/sessions/${partnerSessionId}/open`;
}

/** No NIK, no birthday: the desk is shown what is printed on the badge, and no more. */
function describeVisit({ session, host, badgeStyle, number }: Visit) {
  const { state, reasonCode } = standingOf(session);
  const isOpened = session.timeline.some(({ step }) => step === 'opened');
  // A door is opened on the verified callback alone, not on something that we asked for.
  const isCalledBack = session.callback !== null;
  const { value: name } = prefillFrom(session.details).name;
  const badge =
    state === 'ACCEPTED' && isCalledBack && session.details !== null
      ? {
          number: String(number).padStart(3, '0'),
          name: name === null ? 'Visitor' : badgeName(name, badgeStyle),
          host,
          printedAt: session.callback?.receivedAt ?? null,
        }
      : null;
  const isWaiting = state === 'ACCEPTED' && badge === null;
  return { state: isWaiting ? 'WAITING' : state, reasonCode, isOpened, badge };
}
