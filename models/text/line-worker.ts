import { workerData } from 'piscina';
import { openSession } from '../weights/create-session.js';
import type { LineReading } from './line-reading.js';
import { lineWorkerData, type LineTask, type RecogniserName } from './line-task.js';
import { createCardLineRecogniser, LOOKS } from './recognise-card-line.js';
import { createGeneralLineRecogniser } from './recognise-general-line.js';
import type { LineNetwork, RecogniseLine } from './recognise-line.js';

const { own, general } = lineWorkerData.parse(workerData);
const recognisers: Readonly<Partial<Record<RecogniserName, RecogniseLine>>> = {
  ...(own && (await openOwn(own))),
  ...(general && (await openGeneral(general))),
};

/* One thread a network: the lines are what is spread over the cores. */
async function openOwn({ network, classes }: LineNetwork) {
  const session = await openSession(network, { threads: 1 });
  return {
    own: createCardLineRecogniser(session, classes),
    'own-again': createCardLineRecogniser(session, classes, LOOKS.SECOND),
  };
}

async function openGeneral({ network, classes }: LineNetwork) {
  const session = await openSession(network, { threads: 1 });
  return { general: createGeneralLineRecogniser(session, classes) };
}

/** Cuts the lines out of the picture and reads them, one after the other. */
export async function readLines({ picture, boxes, recogniser }: LineTask): Promise<LineReading[]> {
  const recognise = recognisers[recogniser];
  if (recognise === undefined) throw new TypeError(`The recogniser ${recogniser} was not loaded.`);
  const readings: LineReading[] = [];
  for (const box of boxes) readings.push(await recognise(picture, box));
  return readings;
}
