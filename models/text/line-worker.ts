import { workerData } from 'piscina';
import { openSession } from '../weights/create-session.js';
import type { LineReading } from './line-reading.js';
import { lineWorkerData, type LineTask, type RecogniserName } from './line-task.js';
import { createCardLineRecogniser } from './recognise-card-line.js';
import { createGeneralLineRecogniser } from './recognise-general-line.js';
import type { RecogniseLine } from './recognise-line.js';

/* One thread a network: the lines are what is spread over the cores. */
const { first, second, isFirstOwn } = lineWorkerData.parse(workerData);
const createFirst = isFirstOwn ? createCardLineRecogniser : createGeneralLineRecogniser;
const recognisers: Readonly<Record<RecogniserName, RecogniseLine>> = {
  first: createFirst(await openSession(first.network, { threads: 1 }), first.classes),
  second: createGeneralLineRecogniser(
    await openSession(second.network, { threads: 1 }),
    second.classes,
  ),
};

/** Cuts the lines out of the picture and reads them, one after the other. */
export async function readLines({ picture, boxes, recogniser }: LineTask): Promise<LineReading[]> {
  const readings: LineReading[] = [];
  for (const box of boxes) readings.push(await recognisers[recogniser](picture, box));
  return readings;
}
