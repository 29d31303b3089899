import { z } from 'zod';

/** Unix seconds as a string, a quirk of the contract. */
export const unixSeconds = z
  .string()
  .regex(/^\d+$/)
  .meta({ description: 'Unix seconds as a string.' });

/** A token as partners receive it: snake_case and numbers as strings, unlike everything else. */
export const issuedToken = z
  .strictObject({
    token: z.string().meta({ description: 'Send it as `x-onekyc-token`.' }),
    expiry_seconds: z
      .string()
      .regex(/^\d+$/)
      .meta({ description: 'Its lifetime in seconds, as a string.' }),
    expires_at: unixSeconds,
  })
  .meta({ id: 'IssuedToken' });
export type IssuedToken = z.infer<typeof issuedToken>;
