import { cosineOf, type EmbeddedFace } from '../face/face-embedder.js';
import { createFaceMatcher } from '../face/face-matcher.js';
import { FACE_MATCH_THRESHOLDS } from '../face/thresholds.js';
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
 * `node --import tsx models/bench/face.ts --data DIR`: DIR holds photographs and `pairs.csv` with
 * the columns a, b and same. Prints the errors at the operating point and around it, for the listed
 * pairs and for all cross pairs of the people that the list links together.
 */
interface Pair {
  readonly cosine: number;
  readonly same: boolean;
}

const folder = readDataFolder();
const rows = await readTable(folder, 'pairs.csv');
const files = [...new Set(rows.flatMap(({ a = '', b = '' }) => [a, b]))];
const faces = await describeAll();
report('listed pairs', listedPairs());
report('all cross pairs', crossPairs());

async function describeAll(): Promise<ReadonlyMap<string, EmbeddedFace>> {
  const matcher = await createFaceMatcher(createWeightStore());
  const described = new Map<string, EmbeddedFace>();
  const times: number[] = [];
  for (const file of files) {
    const image = await readPhotograph(folder, file);
    const start = performance.now();
    const { face, reasonCode } = await matcher.describe(image);
    times.push(performance.now() - start);
    if (face === null) console.log(`${file}: ${reasonCode}`);
    else described.set(file, face);
  }
  const strengths = [...described.values()].map(({ strength }) => strength);
  console.log(
    `${String(described.size)} of ${String(files.length)} photographs have a usable face`,
  );
  console.log(
    `ms a face: median ${quantile(times, 0.5).toFixed(0)}, 95 % ${quantile(times, 0.95).toFixed(0)}`,
  );
  console.log(`strength: lowest ${Math.min(...strengths).toFixed(2)}`);
  return described;
}

function listedPairs(): Pair[] {
  return rows.flatMap(({ a = '', b = '', same }) => compare(a, b, same === '1'));
}

function compare(a: string, b: string, same: boolean): Pair[] {
  const one = faces.get(a);
  const other = faces.get(b);
  return one && other ? [{ cosine: cosineOf(one.embedding, other.embedding), same }] : [];
}

/** Pairs marked the same are joined into people; all others are taken to differ. */
function crossPairs(): Pair[] {
  const people = new Map(files.map((file) => [file, file]));
  for (const { a = '', b = '' } of rows.filter(({ same }) => same === '1')) {
    const [kept, dropped] = [people.get(a), people.get(b)];
    for (const [file, person] of people) if (person === dropped && kept) people.set(file, kept);
  }
  return files.flatMap((a, index) =>
    files.slice(index + 1).flatMap((b) => compare(a, b, people.get(a) === people.get(b))),
  );
}

function report(title: string, pairs: readonly Pair[]): void {
  const same = pairs.filter((pair) => pair.same).map(({ cosine }) => cosine);
  const different = pairs.filter((pair) => !pair.same).map(({ cosine }) => cosine);
  const mean = different.reduce((sum, cosine) => sum + cosine, 0) / different.length;
  const variance = different.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0);
  const deviation = Math.sqrt(variance / different.length);
  console.log(`\n${title}: ${String(same.length)} same, ${String(different.length)} different`);
  console.log(`  AUC ${areaUnderCurve(same, different).toFixed(5)}`);
  console.log(`  lowest same ${Math.min(...same).toFixed(3)}`);
  console.log(`  different: mean ${mean.toFixed(3)}, deviation ${deviation.toFixed(3)}`);
  console.log(`  highest different ${Math.max(...different).toFixed(3)}`);
  const operating = FACE_MATCH_THRESHOLDS.operatingCosine;
  for (const cosine of [operating, 0.25, 0.33, 0.38, 0.42, 0.45]) {
    const missed = same.filter((value) => value < cosine).length;
    const matched = different.filter((value) => value >= cosine).length;
    const accuracy = percent(pairs.length - missed - matched, pairs.length);
    console.log(
      `  from ${cosine.toFixed(2)}: accuracy ${accuracy}, same missed ` +
        `${percent(missed, same.length)}, different matched ${percent(matched, different.length)}`,
    );
  }
}
