import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { partnerCode } from '../../contract/schema/operator/partner.js';
import { answers, BODY_ERRORS } from './answers.js';
import { BY_OPERATOR } from './security.js';
import { Tag } from './tags.js';

interface OperatorCall {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  /** Of the path, besides the query. */
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown };
  /** 200 unless another status is named. */
  readonly status?: 200 | 201 | 202;
  readonly answer: { readonly schema: z.ZodType; readonly example: unknown };
}

export const PARTNER_PATH = z.object({ code: partnerCode.meta({ example: 'SHOP' }) });

/** What all calls of operators have in common. */
export function operatorCall(call: OperatorCall): ZodOpenApiOperationObject {
  const { operationId, summary, description, path, query, body, status = 200, answer } = call;
  return {
    operationId,
    tags: [Tag.OPERATOR],
    summary,
    ...(description !== undefined && { description }),
    security: BY_OPERATOR,
    requestParams: { ...(path && { path }), ...(query && { query }) },
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: body.schema, example: body.example } },
      },
    }),
    responses: answers({ [status]: { description: summary, ...answer } }, [
      'INVALID_VALUE',
      'UNAUTHORIZED',
      'NOT_FOUND',
      'CONFLICT',
      ...(body ? BODY_ERRORS : []),
    ]),
  };
}
