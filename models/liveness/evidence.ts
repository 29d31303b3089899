import { z } from 'zod';
import evidenceFile from './evidence.json' with { type: 'json' };

const linear = z.object({ bias: z.number(), weights: z.array(z.number()) });

const evidence = z.object({
  /** The command that made the file, and of how many pictures, in the order of its folders. */
  madeBy: z.object({
    command: z.string(),
    folders: z.array(z.object({ living: z.int(), attacks: z.int() })),
    date: z.iso.date(),
  }),
  /** From what the network's last layer saw to what its log odds are corrected by. */
  texture: linear.extend({
    /** The most that it may speak for a living face: what it says of the upper quarter of them. */
    ceiling: z.number(),
  }),
  /** What the network's log odds, `texture` and `grid` count for together. */
  fusion: linear.extend({ weights: z.array(z.number()).length(3) }),
});

export type Evidence = z.infer<typeof evidence>;

/** The fit of `models/liveness/evidence.json`, which `npm run calibrate:liveness` writes. */
export function readEvidence(file: unknown = evidenceFile): Evidence {
  return evidence.parse(file);
}
