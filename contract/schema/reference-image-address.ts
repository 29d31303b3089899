import { z } from 'zod';
import { unixSeconds } from './issued-token.js';

/**
 * What a partner answers when it is asked for the reference image of a user. Further members are
 * the partner's own.
 */
export const referenceImageAddress = z.looseObject({
  success: z.literal(true),
  data: z.looseObject({
    url: z.url({ protocol: /^https?$/ }).meta({
      description:
        'Of a JPEG or PNG of up to 10 MB, that needs no credentials. `https`; `http` only in networks that the operator allows.',
    }),
    /** Not read, so never wrong: the address is used at once. */
    expires_at: unixSeconds.optional().catch(undefined),
  }),
});
