import { Router, raw } from 'express';
import { badgeName } from '../kiosk/badge-name.js';
import { prefillFrom } from '../prefill.js';
import { standingOf } from '../session-standing.js';
import type { Session } from '../session-store.js';
import { SHOWCASES } from '../showcases.js';
import { startSession, type SessionDeps } from '../start-session.js';
import type { PhotographStore } from './photograph-store.js';

export interface CustomerDeps extends SessionDeps {
  readonly photographs: PhotographStore;
}

/** Kenali takes reference images up to 10 MB; a passport photograph is far below half of it. */
const MAX_PHOTOGRAPH_BYTES = 5 * 1024 * 1024;

/**
 * Customers are the sellers whom KYC Lite has accepted. They enrol a photograph and log in again
 * with the face.
 */
export function createCustomerRoutes(deps: CustomerDeps): Router {
  const { sessions, photographs } = deps;
  const findCustomer = (customerId: string) =>
    sessions
      .list()
      .find((session) => session.partnerSessionId === customerId && isCustomer(session));
  const router = Router();

  router.get('/api/customers', (_request, response) => {
    const customers = sessions.list().filter(isCustomer);
    response.json({
      customers: customers.map((session) => describeCustomer(session, photographs)),
    });
  });

  router.put(
    '/api/customers/:customerId/photograph',
    raw({ type: () => true, limit: MAX_PHOTOGRAPH_BYTES }),
    (request, response) => {
      const customer = findCustomer(request.params.customerId);
      const bytes: unknown = request.body;
      if (!customer?.userId) {
        response.status(404).json({ error: 'no such customer' });
      } else if (!Buffer.isBuffer(bytes) || photographs.enrol(customer.userId, bytes) === null) {
        response.status(400).json({ error: 'Please choose a JPEG or PNG photograph.' });
      } else {
        response.json(describeCustomer(customer, photographs));
      }
    },
  );

  router.post('/api/customers/:customerId/logins', async (request, response) => {
    const customer = findCustomer(request.params.customerId);
    if (!customer?.userId) {
      response.status(404).json({ error: 'no such customer' });
      return;
    }
    const plan = { ...SHOWCASES['face-login'], userId: customer.userId };
    const { partnerSessionId } = await startSession(deps, plan);
    response.status(201).json({ partnerSessionId });
  });

  return router;
}

function isCustomer(session: Session): boolean {
  return session.page === SHOWCASES.seller.page && standingOf(session).state === 'ACCEPTED';
}

function describeCustomer(session: Session, photographs: PhotographStore) {
  const { value: name } = prefillFrom(session.details).name;
  return {
    customerId: session.partnerSessionId,
    name: name === null ? 'A customer' : badgeName(name, 'FIRST'),
    hasPhotograph: photographs.findByUser(session.userId ?? '') !== null,
  };
}
