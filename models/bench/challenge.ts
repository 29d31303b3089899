import { parseArgs } from 'node:util';
import type { SelfieAssessment } from '../../activities/vision/assess-selfie.js';
import { ChallengeAction } from '../../contract/challenge.js';
import { createWeightStore } from '../weights/weight-store.js';
import { createAnswerAsProduct } from './challenge/answer-as-product.js';
import { collectFaces } from './challenge/collect-faces.js';
import { listOrders, nameOrder } from './challenge/orders.js';
import { drawScenario, isDrawnFor, SCENARIOS } from './challenge/scenarios.js';
import {
  expectBlindRecording,
  formatOutcomes,
  readOutcome,
  type Judged,
} from './challenge/tally.js';
import { percentile } from './metrics/percentile.js';

/**
 * `npm run bench:challenge -- --data DIR`: DIR/tune and DIR/test hold photographs of one nearly frontal
 * face each, of nobody in both. Heads, prints and displays are made of them, moved as asked or otherwise and
 * filmed, and the product judges every capture. Prints how many are accepted by the movement, by the looks
 * and by both, with 95 % intervals, and the time of an assessment. `--split tune` or `test`,
 * `--photographs N` the first N of them, `--rounds N` movements and cameras for each of them, from the
 * number `--first` on, `--movements 2` one after another, `--actions` and `--scenarios` some alone,
 * `--details` what was measured.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'test' },
    photographs: { type: 'string', default: '12' },
    rounds: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    actions: { type: 'string', default: 'TURN_LEFT,TURN_RIGHT,NOD' },
    movements: { type: 'string', default: '1' },
    scenarios: { type: 'string', default: SCENARIOS.join(',') },
    details: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) throw new Error('Name the folder of photographs: --data DIR.');

/** The splits draw other movements as well as other people. */
const SEEDS = values.split === 'test' ? 500_000 : 0;

const weights = createWeightStore();
const { data, split } = values;
const faces = await collectFaces(weights, { data, split, most: Number(values.photographs) });
const actions = chooseFrom(Object.values(ChallengeAction), values.actions);
const orders = listOrders(actions, Number(values.movements));
const scenarios = chooseFrom(SCENARIOS, values.scenarios);
const answer = await createAnswerAsProduct(weights);
const judged: Judged[] = [];
const times: number[] = [];

for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const [index, face] of faces.entries()) {
    const other = faces[(index + Math.ceil(faces.length / 2)) % faces.length] ?? face;
    for (const [at, movements] of orders.entries()) {
      const seed = SEEDS + index * 1_000 + (Number(values.first) + round) * 10 + at;
      for (const scenario of scenarios.filter((name) => isDrawnFor(name, movements))) {
        const recording = await drawScenario({ scenario, movements, face, other, seed });
        const start = performance.now();
        const assessment = await answer(movements, recording);
        times.push(Math.round(performance.now() - start));
        const outcome = readOutcome(assessment);
        const order = nameOrder(movements);
        judged.push({ order, scenario, ...outcome });
        if (values.details) console.log(seed, order, scenario, explain(assessment));
      }
    }
  }
}
console.log(formatOutcomes(judged, orders.map(nameOrder)));
const blind = expectBlindRecording(judged, orders.length);
if (blind !== null) {
  console.log(`\na recording chosen before: ${(blind * 100).toFixed(1)} % expected`);
}
console.log(`\nms p50 ${String(percentile(times, 0.5))}, p95 ${String(percentile(times, 0.95))}`);

function chooseFrom<Name extends string>(all: readonly Name[], named: string): readonly Name[] {
  const names = new Set(named.split(','));
  return all.filter((name) => names.has(name));
}

function explain({ verdict, score, signs }: SelfieAssessment): string {
  const found = signs
    .filter((sign) => sign.score !== null || sign.isAgainst)
    .map(
      ({ name, score, isAgainst }) => `${name} ${score?.toFixed(3) ?? ''}${isAgainst ? '!' : ''}`,
    );
  return [verdict.verdict, verdict.reasonCode, score, ...found].join(' ');
}
