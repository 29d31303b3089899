import { z } from 'zod';

/** `GET /.well-known/jwks.json`: RFC 7517, with the members of an ES256 key. */
export const publicKeySet = z
  .object({
    keys: z.array(
      z.object({
        kty: z.string(),
        crv: z.string().optional(),
        x: z.string().optional(),
        y: z.string().optional(),
        kid: z.string().optional(),
        alg: z.string().optional(),
        use: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'PublicKeySet' });
