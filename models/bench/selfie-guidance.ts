import { parseArgs } from 'node:util';
import { drawWall } from '../challenge/generator/make-sheets.js';
import { seedOf } from '../specimen/generate/seed-split.js';
import { createRandom } from '../specimen/specimen-random.js';
import { createWeightStore } from '../weights/weight-store.js';
import { collectSelfieFaces, type SelfieFace } from './guidance/collect-selfie-faces.js';
import { drawFacelessViews } from './guidance/draw-faceless-views.js';
import { drawSelfieView, VIEW_SIZE } from './guidance/draw-selfie-view.js';
import { createSelfieLook } from './guidance/look-at-selfie.js';
import { planSelfieScenes } from './guidance/plan-selfie-scenes.js';
import { createHintTally } from './guidance/tally-hints.js';
import { percentile } from './metrics/percentile.js';

/*
 * What the capture app's guidance says of single frames of a selfie: heads made of photographs, held well and
 * with one thing wrong, and views without anybody:
 * npm run bench:selfie-guidance -- --data DIR [--split test] [--rounds 1]
 *
 * DIR holds photographs and pairs.csv, which says who is whom; nobody is in both splits. Limits are chosen on
 * `tune`; `test` is looked at once they stand.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'test' },
    rounds: { type: 'string', default: '1' },
  },
});
if (options.data === undefined) throw new Error('Name the folder of photographs: --data DIR.');
const split = options.split === 'tune' ? 'tune' : 'test';

const look = await createSelfieLook();
const tally = createHintTally();
const times: number[] = [];
const faces = await collectSelfieFaces(createWeightStore(), options.data, split);
const frontal = faces.filter(({ isFrontal }) => isFrontal);

for (let round = 0; round < Number(options.rounds); round += 1) {
  for (const [index, face] of frontal.entries()) {
    const others = frontal.filter(({ person }) => person !== face.person);
    const other = others[index % others.length] ?? face;
    judgeScenes(seedOf(split, round * frontal.length + index), face, other);
  }
}
const faceless = { views: 0, found: 0 };
for (let index = 0; index < 20; index += 1) {
  for (const { name, view } of await drawFacelessViews(seedOf(split, index))) {
    const { faces: found, fault } = look(view);
    faceless.views += 1;
    if (found.length > 0) faceless.found += 1;
    tally.add(name, fault, ['NO_FACE', 'TOO_DARK', 'TOO_BRIGHT', 'BACKLIT', 'UNEVEN_LIGHT']);
  }
}

console.log(`${String(frontal.length)} photographs from the front of ${split}, single frames`);
tally.print();
printPhotographs();
console.log(
  `faces found where nobody is: ${String(faceless.found)} of ${String(faceless.views)} views`,
);
const [middle, most] = [percentile(times, 0.5), percentile(times, 0.95)];
console.log(`finding faces, ms: p50 ${middle.toFixed(1)}, p95 ${most.toFixed(1)}`);

function judgeScenes(seed: number, face: SelfieFace, other: SelfieFace): void {
  const wall = drawWall({ ...VIEW_SIZE, data: new Uint8Array() });
  for (const scene of planSelfieScenes(createRandom(seed, 'selfie'), face, other)) {
    const { fault, ms } = look(drawSelfieView(scene.heads, wall, scene.light));
    times.push(ms);
    tally.add(scene.name, fault, scene.expected);
  }
}

/** The photographs as they are: how many faces are found, and which heads are called turned. */
function printPhotographs(): void {
  const bands = [
    { name: 'up to 10°', least: 0, most: 10 },
    { name: '10° to 20°', least: 10, most: 20 },
    { name: 'more than 25°', least: 25, most: 90 },
  ];
  const looked = faces.map((face) => ({ yaw: Math.abs(face.yaw), ...look(face.image) }));
  const found = looked.filter((one) => one.faces.length > 0).length;
  console.log(
    `photographs as they are: a face found in ${String(found)} of ${String(faces.length)}`,
  );
  for (const { name, least, most } of bands) {
    const inBand = looked.filter(({ yaw }) => yaw >= least && yaw < most);
    const turned = inBand.filter((one) => one.fault === 'FACE_TURNED').length;
    console.log(
      `  turned by ${name.padEnd(14)} told of ${String(turned)} of ${String(inBand.length)}`,
    );
  }
}
