import type { ZodOpenApiObject } from 'zod-openapi';

type SecurityRequirements = NonNullable<ZodOpenApiObject['security']>;

export const SECURITY_SCHEMES = {
  clientId: {
    type: 'apiKey',
    in: 'header',
    name: 'client-id',
    description: 'Names your backend. Given by the operator, together with the pass-key.',
  },
  passKey: {
    type: 'apiKey',
    in: 'header',
    name: 'pass-key',
    description: 'The secret of your backend. It never belongs in an app or a page.',
  },
  partnerToken: {
    type: 'apiKey',
    in: 'header',
    name: 'x-onekyc-token',
    description: 'A partner token of `GET /v1/coe/partner/authentication`. For your backend alone.',
  },
  userToken: {
    type: 'apiKey',
    in: 'header',
    name: 'x-onekyc-token',
    description: 'A user token of initiate. For an app; it opens one submission.',
  },
  operatorKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key of `kenali operator`. For the operator’s own tools.',
  },
} as const satisfies NonNullable<ZodOpenApiObject['components']>['securitySchemes'];

export const BY_CREDENTIALS: SecurityRequirements = [{ clientId: [], passKey: [] }];
export const BY_PARTNER: SecurityRequirements = [{ partnerToken: [] }];
export const BY_USER: SecurityRequirements = [{ userToken: [] }];
export const BY_EITHER: SecurityRequirements = [{ userToken: [] }, { partnerToken: [] }];
export const BY_OPERATOR: SecurityRequirements = [{ operatorKey: [] }];
export const OPEN: SecurityRequirements = [];
