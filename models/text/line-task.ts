import { z } from 'zod';
import type { LineBox } from './line-box.js';
import type { LinePicture } from './line-picture.js';

/**
 * `first` reads every line, `second` those that it is not sure of. `check` is the first one's second
 * look at a line.
 */
export type RecogniserName = 'first' | 'check' | 'second';

/** Lines for one worker. The picture's bytes are shared, not copied. */
export interface LineTask {
  readonly picture: LinePicture;
  readonly boxes: readonly LineBox[];
  readonly recogniser: RecogniserName;
}

const networkData = z.object({
  network: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  classes: z.array(z.string()),
});

/** What a worker needs to start: a network and what its classes stand for, for each recogniser. */
export const lineWorkerData = z.object({
  first: networkData,
  /** Whether the first one is the recogniser trained for the card, or a general one. */
  isFirstOwn: z.boolean(),
  second: networkData,
});

export type LineWorkerData = z.infer<typeof lineWorkerData>;
