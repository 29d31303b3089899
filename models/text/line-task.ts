import { z } from 'zod';
import type { LineBox } from './line-box.js';
import type { LinePicture } from './line-picture.js';

/** `own` is the network trained for the card, `own-again` its second look at a line. */
export type RecogniserName = 'own' | 'own-again' | 'general';

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

/** What a worker needs to start: a network and what its classes stand for; `null` for one that is not used. */
export const lineWorkerData = z.object({
  own: networkData.nullable(),
  general: networkData.nullable(),
});

export type LineWorkerData = z.infer<typeof lineWorkerData>;
