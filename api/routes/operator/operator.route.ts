import { Router, type ErrorRequestHandler } from 'express';
import type { Administration } from '../../../administration/administration.js';
import { createAssessmentRoute } from './assessment.route.js';
import { createAuditRoute } from './audit.route.js';
import { createCallbackRoute } from './callback.route.js';
import { createDeliveryRoute } from './delivery.route.js';
import { createErasureRoute } from './erasure.route.js';
import { createLegalHoldRoute } from './legal-hold.route.js';
import { requireOperator } from './operator-actor.js';
import { createPartnerKeyRoute } from './partner-key.route.js';
import { createPartnerRoute } from './partner.route.js';
import { createReferenceImageRoute } from './reference-image.route.js';
import { toApiError } from './to-api-error.js';

/** The operator API. Every path of it needs an operator key, also one that does not exist. */
export function createOperatorRoute(administration: Administration): Router {
  const { partners, keys, callbacks, deliveries, referenceImages, assessments, audit } =
    administration;
  const { erasures, legalHolds } = administration;
  // Proxies tell paths by their exact letters: a rule for /operator must not be passed by /Operator.
  const router = Router({ caseSensitive: true });
  router.use(
    '/operator/v1',
    requireOperator(administration.operatorKeys),
    createPartnerRoute(partners),
    createPartnerKeyRoute(keys),
    createCallbackRoute(callbacks, deliveries),
    createReferenceImageRoute(referenceImages),
    createDeliveryRoute(deliveries),
    createAssessmentRoute(assessments),
    createErasureRoute(erasures),
    createLegalHoldRoute(legalHolds),
    createAuditRoute(audit),
    renderAdministrationError(),
  );
  return router;
}

function renderAdministrationError(): ErrorRequestHandler {
  return (error: unknown, _req, _res, next) => {
    next(toApiError(error));
  };
}
