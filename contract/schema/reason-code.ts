import { z } from 'zod';

/** An open list on the wire: contract §15.4. */
export const reasonCode = z.string().nullable().meta({
  description:
    'Why, for everything but VALID. An open list: codes are added without notice, so treat one that you do not know like the others of its `status` and `result`.',
});
