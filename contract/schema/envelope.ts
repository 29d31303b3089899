import { z } from 'zod';

/** The body of every successful answer except callbacks and the key set. */
export function successEnvelope<Data extends z.ZodType>(data: Data) {
  return z.strictObject({ success: z.literal(true), data });
}

export const failureEnvelope = z
  .strictObject({
    success: z.literal(false),
    errors: z
      .array(
        z.strictObject({
          code: z.string().regex(/^\d+$/).meta({ description: 'Decide by this and `cause`.' }),
          cause: z.string().regex(/^[A-Z0-9_]+$/),
          message: z
            .string()
            .optional()
            .meta({ description: 'For people; may change without notice.' }),
          field: z.string().optional().meta({
            description: 'The header, query parameter or dotted body member that it is about.',
          }),
        }),
      )
      .min(1),
  })
  .meta({ id: 'Failure' });
