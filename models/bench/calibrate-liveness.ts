import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createFaceFinder } from '../face/face-finder.js';
import { locateMainFace } from '../face/locate-main-face.js';
import { tightFaceBox } from '../liveness/liveness-crop.js';
import { createLivenessNetwork } from '../liveness/liveness-network.js';
import { observeStill, type StillObservation } from '../liveness/observe-face.js';
import { createWeightStore } from '../weights/weight-store.js';
import {
  fitEvidence,
  type HeldOutScore,
  type LabelledObservation,
} from './calibration/fit-evidence.js';
import { listFitted } from './calibration/list-fitted.js';
import { percent, readPhotograph, readTable } from './read-folder.js';

/*
 * Fits what the cues of passive liveness count for, on labelled pictures that nothing is judged on,
 * writes models/liveness/evidence.json and prints held-out scores for thresholds.ts:
 * npm run calibrate:liveness -- --data DIR [--data DIR]...
 *
 * DIR holds pictures and labels.csv (file, label, attack, person), as generate:attacks writes them; worn
 * masks are left out.
 */
const OUTPUT = new URL('../liveness/evidence.json', import.meta.url);

const { values } = parseArgs({
  options: { data: { type: 'string', multiple: true, default: [] } },
});
if (values.data.length === 0) throw new Error('Name folders of labelled pictures: --data DIR.');

const weights = createWeightStore();
const finder = await createFaceFinder(weights);
const network = await createLivenessNetwork(weights);
const folders: LabelledObservation[][] = [];
for (const folder of values.data) {
  const observed: LabelledObservation[] = [];
  for (const picture of listFitted(await readTable(folder, 'labels.csv'))) {
    const observation = await observe(folder, picture.file);
    if (observation === null) continue;
    const { isLive, attack, person } = picture;
    observed.push({ ...observation, isLive, attack, person });
  }
  folders.push(observed);
  console.error(`${basename(folder)}: ${String(observed.length)} pictures`);
}
const { texture, fusion, heldOut } = fitEvidence(folders.flat());
const madeBy = {
  command: 'npm run calibrate:liveness -- --data DIR [--data DIR]...',
  folders: folders.map((observed) => {
    const living = observed.filter(({ isLive }) => isLive).length;
    return { living, attacks: observed.length - living };
  }),
  date: new Date().toISOString().slice(0, 10),
};
await writeFile(OUTPUT, `${JSON.stringify({ madeBy, texture, fusion }, null, 1)}\n`);
console.log(`fusion ${fusion.weights.join(' ')}, bias ${String(fusion.bias)}`);
for (const limit of [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95]) {
  console.log(formatBelow(limit, heldOut));
}

/** `null` where no face is found. */
async function observe(folder: string, file: string): Promise<StillObservation | null> {
  const image = await readPhotograph(folder, file);
  const { face } = await locateMainFace(finder, image);
  return face && (await observeStill(network, image, tightFaceBox(face.landmarks)));
}

/** How many of the living and of each kind of attack score below a limit. */
function formatBelow(limit: number, scores: readonly HeldOutScore[]): string {
  const nameOf = ({ isLive, attack }: HeldOutScore) => (isLive ? 'living' : attack);
  const shares = [...new Set(scores.map(nameOf))].map((name) => {
    const group = scores.filter((one) => nameOf(one) === name);
    const below = group.filter(({ score }) => score < limit).length;
    return `${name} ${percent(below, group.length)}`;
  });
  return `below ${String(limit)}: ${shares.join(', ')}`;
}
