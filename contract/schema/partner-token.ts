import { successEnvelope } from './envelope.js';
import { issuedToken } from './issued-token.js';

/** `GET /v1/coe/partner/authentication`, and `GET /v2/coe/authentication` for one user. */
export const partnerTokenAnswer = successEnvelope(issuedToken);
