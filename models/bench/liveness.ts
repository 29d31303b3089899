import { createLivenessAssessor, type LivenessAssessment } from '../liveness/liveness-assessor.js';
import { createWeightStore } from '../weights/weight-store.js';
import {
  areaUnderCurve,
  percent,
  quantile,
  readDataFolder,
  readPhotograph,
  readTable,
} from './read-folder.js';

/**
 * `node --import tsx models/bench/liveness.ts --data DIR`: DIR holds photographs and `labels.csv`
 * with the columns file, label (live or spoof) and attack. Prints every score and both error rates.
 */
interface Judged {
  readonly isLive: boolean;
  readonly assessment: LivenessAssessment;
}

const folder = readDataFolder();
const assessor = await createLivenessAssessor(createWeightStore());
const judged: Judged[] = [];
for (const { file = '', label = '', attack = '' } of await readTable(folder, 'labels.csv')) {
  const assessment = await assessor.assess({
    still: await readPhotograph(folder, file),
    frames: [],
  });
  judged.push({ isLive: label === 'live', assessment });
  const score = assessment.livenessScore?.toFixed(4) ?? '–';
  const verdict = [assessment.verdict, assessment.reasonCode ?? ''].join(' ').trim();
  console.log([file, attack === '' ? label : attack, score, verdict].join('\t'));
}
summarise(judged);

function summarise(all: readonly Judged[]): void {
  const live = all.filter(({ isLive }) => isLive);
  const spoof = all.filter(({ isLive }) => !isLive);
  const refused = live.filter(({ assessment }) => !assessment.live);
  const rejected = live.filter(({ assessment }) => assessment.verdict === 'REJECT');
  const accepted = spoof.filter(({ assessment }) => assessment.live);
  const times = all.map(({ assessment }) => assessment.timingsMs.total);
  console.log(`\nlive: ${String(live.length)}, refused ${percent(refused.length, live.length)}`);
  console.log(`  of these rejected at once ${percent(rejected.length, live.length)}`);
  console.log(`spoof: ${String(spoof.length)}, accepted ${percent(accepted.length, spoof.length)}`);
  console.log(`AUC ${areaUnderCurve(scoresOf(live), scoresOf(spoof)).toFixed(3)}`);
  console.log(`ms: median ${quantile(times, 0.5).toFixed(0)}`);
}

function scoresOf(some: readonly Judged[]): number[] {
  return some.flatMap(({ assessment }) => assessment.livenessScore ?? []);
}
