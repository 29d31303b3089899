import { z } from 'zod';
import evidenceFile from './evidence.json' with { type: 'json' };

const linear = z.object({ bias: z.number(), weights: z.array(z.number()) });

const evidence = z.object({
  /** The command that made the file, and of how many pictures. */
  madeBy: z.object({ command: z.string(), pictures: z.int(), date: z.iso.date() }),
  /** From what the network's last layer saw to log odds of a living face. */
  texture: linear,
  /** What log odds of the network, of `texture`, and `grid` and `ripple` count for together. */
  fusion: linear.extend({ weights: z.array(z.number()).length(4) }),
});

export type Evidence = z.infer<typeof evidence>;

/** The fit of `models/liveness/evidence.json`, which `npm run calibrate:liveness` writes. */
export function readEvidence(file: unknown = evidenceFile): Evidence {
  return evidence.parse(file);
}
