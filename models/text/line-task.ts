import { z } from 'zod';
import type { RasterImage } from '../image/raster-image.js';
import type { LineBox } from './line-box.js';

/** `fast` reads a line in a quarter of the time, `exact` misreads fewer. */
export type RecogniserName = 'fast' | 'exact';

/** One line for a worker. The picture's bytes are shared, not copied. */
export interface LineTask {
  readonly image: RasterImage;
  readonly box: LineBox;
  readonly recogniser: RecogniserName;
}

const networkData = z.object({
  network: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  classes: z.array(z.string()),
});

/** What a worker needs to start: a network and what its classes stand for, for each recogniser. */
export const lineWorkerData = z.object({ fast: networkData, exact: networkData });

export type LineWorkerData = z.infer<typeof lineWorkerData>;
