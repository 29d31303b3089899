import { workerData } from 'piscina';
import { openSession } from '../weights/create-session.js';
import type { LineReading } from './line-reading.js';
import { lineWorkerData, type LineTask, type RecogniserName } from './line-task.js';
import { createCardLineRecogniser, LOOKS } from './recognise-card-line.js';
import { createGeneralLineRecogniser } from './recognise-general-line.js';
import type { RecogniseLine } from './recognise-line.js';

/* One thread a network: the lines are what is spread over the cores. */
const { first, second, isFirstOwn } = lineWorkerData.parse(workerData);
const session = await openSession(first.network, { threads: 1 });
const recognisers: Readonly<Record<RecogniserName, RecogniseLine>> = {
  ...(isFirstOwn
    ? {
        first: createCardLineRecogniser(session, first.classes),
        check: createCardLineRecogniser(session, first.classes, LOOKS.SECOND),
      }
    : lookOnce(createGeneralLineRecogniser(session, first.classes))),
  second: createGeneralLineRecogniser(
    await openSession(second.network, { threads: 1 }),
    second.classes,
  ),
};

/** The general one reads the same again, so that a check finds nothing. */
function lookOnce(first: RecogniseLine) {
  return { first, check: first };
}

/** Cuts the lines out of the picture and reads them, one after the other. */
export async function readLines({ picture, boxes, recogniser }: LineTask): Promise<LineReading[]> {
  const readings: LineReading[] = [];
  for (const box of boxes) readings.push(await recognisers[recogniser](picture, box));
  return readings;
}
