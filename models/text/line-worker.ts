import { workerData } from 'piscina';
import { openSession } from '../weights/create-session.js';
import { cropLine } from './crop-line.js';
import type { LineReading } from './line-reading.js';
import { lineWorkerData, type LineTask, type RecogniserName } from './line-task.js';
import { createLineRecogniser, LINE_HEIGHT, type RecogniseLine } from './recognise-line.js';

/* One thread a network: the lines are what is spread over the cores. */
const { fast, exact } = lineWorkerData.parse(workerData);
const recognisers: Readonly<Record<RecogniserName, RecogniseLine>> = {
  fast: createLineRecogniser(await openSession(fast.network, { threads: 1 }), fast.characters),
  exact: createLineRecogniser(await openSession(exact.network, { threads: 1 }), exact.characters),
};

/** Cuts the line out of the picture and reads it. */
export async function readLine({ image, box, recogniser }: LineTask): Promise<LineReading> {
  return await recognisers[recogniser](cropLine(image, box, LINE_HEIGHT));
}
