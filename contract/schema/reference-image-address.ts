import { z } from 'zod';
import { successEnvelope } from './envelope.js';
import { unixSeconds } from './issued-token.js';

/** What a partner answers when it is asked for the reference image of a user. */
export const referenceImageAddress = successEnvelope(
  z.object({
    url: z
      .url({ protocol: /^https$/ })
      .meta({ description: 'Of a JPEG or PNG of up to 10 MB, that needs no credentials.' }),
    expires_at: unixSeconds.optional(),
  }),
);
