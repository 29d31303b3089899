import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ChallengeAction } from '../../contract/challenge.js';
import {
  createChallengeAssessor,
  type ChallengeAssessment,
} from '../challenge/challenge-assessor.js';
import { observeFace } from '../challenge/observed-face.js';
import { createFaceFinder } from '../face/face-finder.js';
import { locateMainFace, type LocatedFace } from '../face/locate-main-face.js';
import { resizeRegion } from '../image/resize-region.js';
import { wholeRegion } from '../image/region.js';
import { createWeightStore } from '../weights/weight-store.js';
import { drawScenario, SCENARIOS } from './challenge/scenarios.js';
import { quantile, readPhotograph } from './read-folder.js';

/**
 * `npm run bench:challenge -- --data DIR`: DIR holds photographs of one nearly frontal face each. Heads
 * and prints are made of them, moved as asked or otherwise, and every burst is judged. Prints how many
 * are accepted for each action, and the time of an assessment. `--split tune` or `test` takes every
 * other photograph, `--photographs N` the first N of them, `--details` prints what was measured.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'test' },
    photographs: { type: 'string', default: '10' },
    details: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) throw new Error('Name the folder of photographs: --data DIR.');

/** Longest side of the pictures that are judged. */
const SIDE_PX = 480;
/** Degrees up to which a photograph shows a face from the front, and its size in the picture. */
const FRONTAL_DEGREES = 10;
const FACE_SHARE = { least: 0.15, most: 0.5 };

const weights = createWeightStore();
const faces = await collectFaces(values.data);
const assessor = await createChallengeAssessor(weights);
const accepted = new Map<string, { answered: number; all: number }>();
const times: number[] = [];

for (const [index, face] of faces.entries()) {
  const other = faces[(index + 1) % faces.length] ?? face;
  for (const action of Object.values(ChallengeAction)) {
    for (const scenario of SCENARIOS) {
      const seed = index * 1_000 + (values.split === 'test' ? 500 : 0);
      const burst = await drawScenario({ scenario, action, face, other, seed });
      const assessment = await assessor.assess({ action, ...burst });
      times.push(assessment.timingsMs.total);
      count(`${action} ${scenario}`, assessment.isAnswered);
      if (values.details) console.log(index, action, scenario, explain(assessment));
    }
  }
}
console.log(`\naccepted of ${String(faces.length)} bursts each\n`);
console.log(['action', ...SCENARIOS].join('\t'));
for (const action of Object.values(ChallengeAction)) {
  const shares = SCENARIOS.map((scenario) => accepted.get(`${action} ${scenario}`)?.answered ?? 0);
  console.log([action, ...shares].join('\t'));
}
console.log(`\nms p50 ${String(quantile(times, 0.5))}, p95 ${String(quantile(times, 0.95))}`);

function count(key: string, isAnswered: boolean): void {
  const sum = accepted.get(key) ?? { answered: 0, all: 0 };
  accepted.set(key, { answered: sum.answered + (isAnswered ? 1 : 0), all: sum.all + 1 });
}

function explain({ isAnswered, evidence, signs }: ChallengeAssessment): string {
  const met = evidence.criteria.map(
    ({ name, score, isMet }) => `${name} ${score.toFixed(2)}${isMet ? '' : '!'}`,
  );
  const found = signs.map(
    ({ name, score, isSpoof }) => `${name} ${score.toFixed(2)}${isSpoof ? '!' : ''}`,
  );
  return [isAnswered ? 'answered' : 'refused', ...met, '|', ...found].join(' ');
}

async function collectFaces(folder: string): Promise<LocatedFace[]> {
  const finder = await createFaceFinder(weights);
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /\.(jpe?g|png)$/i.test(file))
    .sort()
    .filter((_, index) => index % 2 === (values.split === 'test' ? 1 : 0));
  const collected: LocatedFace[] = [];
  for (const file of files) {
    if (collected.length >= Number(values.photographs)) break;
    const face = await findFrontalFace(finder, join(folder, file));
    if (face !== null) collected.push(face);
  }
  return collected;
}

async function findFrontalFace(
  finder: Awaited<ReturnType<typeof createFaceFinder>>,
  path: string,
): Promise<LocatedFace | null> {
  const image = await readPhotograph(path, '');
  const scale = SIDE_PX / Math.max(image.width, image.height);
  const { face } = await locateMainFace(
    finder,
    await resizeRegion(image, wholeRegion(image), {
      width: Math.round(image.width * scale),
      height: Math.round(image.height * scale),
    }),
  );
  const seen = face && observeFace(face.landmarks, null);
  if (!face || !seen || Math.abs(seen.head.yaw) > FRONTAL_DEGREES) return null;
  const share = face.box.width / SIDE_PX;
  return share >= FACE_SHARE.least && share <= FACE_SHARE.most ? face : null;
}
