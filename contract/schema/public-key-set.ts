import { z } from 'zod';

/** `GET /.well-known/jwks.json`: RFC 7517, with the members of an ES256 key. */
export const publicKeySet = z
  .object({
    keys: z.array(
      z.object({
        kty: z.string(),
        crv: z.string().exactOptional(),
        x: z.string().exactOptional(),
        y: z.string().exactOptional(),
        kid: z.string().exactOptional(),
        alg: z.string().exactOptional(),
        use: z.string().exactOptional(),
      }),
    ),
  })
  .meta({ id: 'PublicKeySet' });
