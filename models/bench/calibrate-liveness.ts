import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createFaceFinder } from '../face/face-finder.js';
import { locateMainFace } from '../face/locate-main-face.js';
import { tightFaceBox } from '../liveness/liveness-crop.js';
import { createLivenessNetwork } from '../liveness/liveness-network.js';
import { observeStill, type StillObservation } from '../liveness/observe-face.js';
import { createWeightStore } from '../weights/weight-store.js';
import { fitEvidence, type LabelledObservation } from './calibration/fit-evidence.js';
import { readPhotograph, readTable } from './read-folder.js';

/*
 * Fits what the cues of passive liveness count for, on labelled pictures that nothing is judged on,
 * and writes models/liveness/evidence.json:
 * npm run calibrate:liveness -- --data DIR [--data DIR]...
 *
 * DIR holds pictures and labels.csv (file, label, attack), as generate:attacks writes them.
 */
const OUTPUT = new URL('../liveness/evidence.json', import.meta.url);

const { values } = parseArgs({
  options: { data: { type: 'string', multiple: true, default: [] } },
});
if (values.data.length === 0) throw new Error('Name folders of labelled pictures: --data DIR.');

const weights = createWeightStore();
const finder = await createFaceFinder(weights);
const network = await createLivenessNetwork(weights);
const observed: LabelledObservation[] = [];
for (const folder of values.data) {
  for (const { file = '', label = '', attack = '' } of await readTable(folder, 'labels.csv')) {
    const observation = await observe(folder, file);
    if (observation === null) continue;
    const scene = `${folder}/${file.replace(/_[^_]*$/, '')}`;
    const isLive = label === 'live' || attack === 'injection';
    observed.push({ ...observation, isLive, attack, scene });
  }
  console.error(`${String(observed.length)} pictures`);
}
const fitted = fitEvidence(observed);
const madeBy = {
  command: 'npm run calibrate:liveness -- --data DIR',
  pictures: observed.length,
  date: new Date().toISOString().slice(0, 10),
};
await writeFile(OUTPUT, `${JSON.stringify({ madeBy, ...fitted }, null, 1)}\n`);
console.log(`fusion ${fitted.fusion.weights.join(' ')}, bias ${String(fitted.fusion.bias)}`);

/** `null` where no face is found; a file handed in without a camera counts as the world it shows. */
async function observe(folder: string, file: string): Promise<StillObservation | null> {
  const image = await readPhotograph(folder, file);
  const { face } = await locateMainFace(finder, image);
  return face && (await observeStill(network, image, tightFaceBox(face.landmarks)));
}
