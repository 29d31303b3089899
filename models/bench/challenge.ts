import { parseArgs } from 'node:util';
import { ChallengeAction } from '../../contract/challenge.js';
import {
  createChallengeAssessor,
  type ChallengeAssessment,
} from '../challenge/challenge-assessor.js';
import { createWeightStore } from '../weights/weight-store.js';
import { collectFaces } from './challenge/collect-faces.js';
import { drawScenario, SCENARIOS } from './challenge/scenarios.js';
import { countAnswer, formatCounts, type Counts } from './challenge/tally.js';
import { quantile } from './read-folder.js';

/**
 * `npm run bench:challenge -- --data DIR`: DIR/tune and DIR/test hold photographs of one nearly frontal
 * face each, of nobody in both. Heads and prints are made of them, moved as asked or otherwise, and
 * every burst is judged. Prints how many are accepted for each action, with 95 % intervals, and the
 * time of an assessment. `--split tune` or `test`, `--photographs N` the first N of them, `--actions`
 * some actions alone, `--details` what was measured.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'test' },
    photographs: { type: 'string', default: '12' },
    actions: { type: 'string', default: Object.values(ChallengeAction).join(',') },
    details: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) throw new Error('Name the folder of photographs: --data DIR.');

/** The splits draw other movements as well as other people. */
const SEEDS = values.split === 'test' ? 500_000 : 0;

const weights = createWeightStore();
const { data, split } = values;
const faces = await collectFaces(weights, { data, split, most: Number(values.photographs) });
const actions = Object.values(ChallengeAction).filter((action) =>
  values.actions.split(',').includes(action),
);
const assessor = await createChallengeAssessor(weights);
const counts: Counts = new Map();
const times: number[] = [];

for (const [index, face] of faces.entries()) {
  const other = faces[(index + Math.ceil(faces.length / 2)) % faces.length] ?? face;
  for (const action of actions) {
    for (const scenario of SCENARIOS) {
      const seed = index * 1_000 + SEEDS;
      const burst = await drawScenario({ scenario, action, face, other, seed });
      const assessment = await assessor.assess({ action, ...burst });
      times.push(assessment.timingsMs.total);
      countAnswer(counts, { action, scenario, isAnswered: assessment.isAnswered });
      if (values.details) console.log(index, action, scenario, explain(assessment));
    }
  }
}
console.log(formatCounts(counts, actions));
console.log(`\nms p50 ${String(quantile(times, 0.5))}, p95 ${String(quantile(times, 0.95))}`);

function explain({ isAnswered, evidence, signs }: ChallengeAssessment): string {
  const met = evidence.criteria.map(
    ({ name, score, isMet }) => `${name} ${score.toFixed(3)}${isMet ? '' : '!'}`,
  );
  const found = signs.map(
    ({ name, score, isSpoof }) => `${name} ${score.toFixed(2)}${isSpoof ? '!' : ''}`,
  );
  return [isAnswered ? 'answered' : 'refused', ...met, '|', ...found].join(' ');
}
