import { z } from 'zod';

/** Unix seconds as a string, a quirk of the contract. */
export const unixSeconds = z.string().regex(/^\d+$/);

/** A token as partners receive it: snake_case and numbers as strings, unlike everything else. */
export const issuedToken = z.strictObject({
  token: z.string(),
  expiry_seconds: z.string().regex(/^\d+$/),
  expires_at: unixSeconds,
});
export type IssuedToken = z.infer<typeof issuedToken>;
