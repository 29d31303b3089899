import { successEnvelope } from './envelope.js';
import { issuedToken } from './issued-token.js';

/** `GET /v1/coe/partner/authentication`. */
export const partnerTokenAnswer = successEnvelope(issuedToken);
