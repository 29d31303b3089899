import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { publicKeySet } from '../../contract/schema/public-key-set.js';
import { partnerTokenAnswer } from '../../contract/schema/partner-token.js';
import { answers } from './answers.js';
import { ISSUED_TOKEN, succeed } from './examples.js';
import { headerParameters } from './header-parameters.js';
import { BY_CREDENTIALS, OPEN } from './security.js';
import { Tag } from './tags.js';

/** The Token Gateway. */
export const tokenPaths: ZodOpenApiPathsObject = {
  '/v1/coe/partner/authentication': {
    get: {
      operationId: 'getPartnerToken',
      tags: [Tag.TOKENS],
      summary: 'Get a partner token',
      description:
        'One token serves all your sessions. Keep it, renew it a minute before it ends, and once more when a call is answered with 401 and code `110`. More than 120 token calls a minute are answered 429. Numbers are strings here.',
      security: BY_CREDENTIALS,
      responses: answers(
        {
          200: {
            description: 'A partner token.',
            schema: partnerTokenAnswer,
            example: succeed(ISSUED_TOKEN),
          },
        },
        ['MISSING_AT_START', 'INVALID_VALUE', 'UNAUTHORIZED', 'FORBIDDEN'],
      ),
    },
  },
  '/v2/coe/authentication': {
    get: {
      operationId: 'getUserToken',
      tags: [Tag.TOKENS],
      summary: 'Get a user token (older SDKs)',
      description:
        'For native SDKs that have no initiate: a token with which the app itself opens a submission. New integrations use initiate with `source=SDK`.',
      security: BY_CREDENTIALS,
      requestParams: {
        header: headerParameters([
          'x-onboarding-partner',
          'x-partner-user-id',
          'x-partner-user-id-type',
        ]),
      },
      responses: answers(
        {
          200: {
            description: 'A user token.',
            schema: partnerTokenAnswer,
            example: succeed(ISSUED_TOKEN),
          },
        },
        [
          'MISSING_AT_START',
          'INVALID_VALUE',
          'UNAUTHORIZED',
          'ONBOARDING_PARTNER_NOT_OWNED',
          'FORBIDDEN',
        ],
      ),
    },
  },
  '/.well-known/jwks.json': {
    get: {
      operationId: 'getPublicKeys',
      tags: [Tag.TOKENS],
      summary: 'Get the keys that tokens are signed with',
      description:
        'For who wants to check a token without asking. During a change of keys there are two; the token’s header says which in `kid`. May be kept for five minutes.',
      security: OPEN,
      responses: answers(
        {
          200: {
            description: 'A JSON Web Key Set, without an envelope.',
            schema: publicKeySet,
            example: {
              keys: [
                { kty: 'EC', crv: 'P-256', x: '…', y: '…', kid: '1', alg: 'ES256', use: 'sig' },
              ],
            },
          },
        },
        [],
      ),
    },
  },
};
