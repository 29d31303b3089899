import { z } from 'zod';

/** The body of every successful answer except callbacks and the key set. */
export function successEnvelope<Data extends z.ZodType>(data: Data) {
  return z.strictObject({ success: z.literal(true), data });
}

export const failureEnvelope = z.strictObject({
  success: z.literal(false),
  errors: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d+$/),
        cause: z.string().regex(/^[A-Z0-9_]+$/),
        message: z.string().optional(),
        field: z.string().optional(),
      }),
    )
    .min(1),
});
