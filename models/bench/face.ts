import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureEnvironment, EnvironmentError } from '../environments/pinned-environment.js';
import { readFacePairs, type LabelledPair } from '../specimen/portraits/read-face-pairs.js';
import { defaultCacheDir } from '../weights/default-cache-dir.js';
import { createEngineProcess, type EngineProcess } from './engines/engine-process.js';
import { compareDescribed } from './face/compare-described.js';
import { describePhotographs, keyOf, type Descriptions } from './face/describe-photographs.js';
import { faceAnswer, type FaceAnswer } from './face/face-answer.js';
import { formatCosts, formatSummaries } from './face/format-summary.js';
import { listCrossPairs } from './face/list-pairs.js';
import { measureCost } from './face/measure-cost.js';
import { KENALI, PEERS } from './face/peers.js';
import { summarisePairs, type ComparedPair } from './face/summarise-pairs.js';
import { drawHistogram } from './metrics/draw-histogram.js';
import { drawRoc } from './metrics/draw-roc.js';

/*
 * Matches labelled pairs of photographs with Kenali and its peers, side by side:
 * npm run bench:face -- --pairs FILE [--card] [--peer NAME]… [--skip-missing-peers] [--json FILE]
 *   [--svg DIR]
 * FILE has the columns a, b and same (1 or 0), paths relative to it; with --card the a are cards.
 */
const [PRODUCT, ...MODELS] = KENALI;
const NAMES = [...MODELS, ...PEERS].map(({ name }) => name);
const USAGE = `Usage: --pairs FILE [--card] [--peer NAME]... [--skip-missing-peers] [--json FILE] [--svg DIR]
Peers: ${NAMES.join(', ')}`;

const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string' },
    card: { type: 'boolean', default: false },
    peer: { type: 'string', multiple: true, default: [] },
    'skip-missing-peers': { type: 'boolean', default: false },
    json: { type: 'string' },
    svg: { type: 'string' },
  },
});
if (options.pairs === undefined || options.peer.some((name) => !NAMES.includes(name))) fail(USAGE);
const listed = await readFacePairs(options.pairs).catch(() =>
  fail('The list cannot be read: it needs the columns a, b and same, with 1 or 0 in same.'),
);
const photographs = [
  ...new Map(
    listed
      .flatMap(({ a, b }) => [
        { path: a, isCard: options.card },
        { path: b, isCard: false },
      ])
      .map((photograph) => [keyOf(photograph), photograph]),
  ).values(),
];

const engines: EngineProcess<FaceAnswer>[] = [];
if (PRODUCT !== undefined) engines.push(createEngineProcess(PRODUCT, { answer: faceAnswer }));
for (const name of options.peer) engines.push(...(await startEngine(name)));
try {
  const descriptions = await describePhotographs(engines, photographs, (done) => {
    if (done % 20 === 0) console.error(`${String(done)} of ${String(photographs.length)}`);
  });
  const results = [...descriptions].map(([{ name }, described]) => ({ engine: name, described }));
  await report(results);
} finally {
  for (const engine of engines) engine.stop();
}

/** A missing peer ends the run, unless the caller said that it may go on without. */
async function startEngine(name: string): Promise<EngineProcess<FaceAnswer>[]> {
  const own = MODELS.find((model) => model.name === name);
  if (own !== undefined) return [createEngineProcess(own, { answer: faceAnswer })];
  const peer = PEERS.find((known) => known.name === name);
  if (peer === undefined) return [];
  try {
    console.error(`Preparing ${name} (${peer.packages.join(', ')})`);
    const environment = await ensureEnvironment(peer, join(defaultCacheDir(), 'bench'));
    const command = { name, ...peer.start(environment) };
    return [createEngineProcess(command, { answer: faceAnswer })];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    if (!options['skip-missing-peers']) fail(`${error.message} Or run with --skip-missing-peers.`);
    console.error(`${error.message} Going on without it.`);
    return [];
  }
}

async function report(
  results: readonly { readonly engine: string; readonly described: Descriptions }[],
): Promise<void> {
  // Which photograph a portrait was printed from is not on the list, so cards have no cross pairs.
  const sets = [
    { title: 'listed pairs', pairs: listed },
    ...(options.card ? [] : [{ title: 'all cross pairs', pairs: listCrossPairs(listed) }]),
  ].map(({ title, pairs }) => ({
    title,
    engines: results.map(({ engine, described }) => {
      const compared = comparePairs(pairs, described);
      return { engine, compared, summary: summarisePairs(compared) };
    }),
  }));
  const costs = results.map(({ engine, described }) =>
    measureCost(
      engine,
      described,
      listed.map((pair) => ({ ...pair, isCard: options.card })),
    ),
  );
  for (const set of sets) {
    for (const line of formatSummaries(set.title, set.engines)) console.log(line);
    if (options.svg !== undefined) await drawSet(set, options.svg);
  }
  for (const line of formatCosts(costs)) console.log(line);
  if (options.json !== undefined) await writeFile(options.json, JSON.stringify({ sets, costs }));
}

function comparePairs(pairs: readonly LabelledPair[], described: Descriptions): ComparedPair[] {
  return pairs.map(({ a, b, same }) => ({
    same,
    ...compareDescribed(
      described.get(keyOf({ path: a, isCard: options.card })),
      described.get(keyOf({ path: b, isCard: false })),
    ),
  }));
}

async function drawSet(
  set: {
    readonly title: string;
    readonly engines: readonly {
      readonly engine: string;
      readonly compared: readonly ComparedPair[];
      readonly summary: ReturnType<typeof summarisePairs>;
    }[];
  },
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = set.title.replace(/ /g, '-');
  const curves = set.engines.map(({ engine, summary }) => ({
    name: engine,
    points: summary.points,
  }));
  await writeFile(join(folder, `${name}-roc.svg`), drawRoc({ title: set.title, curves }));
  for (const { engine, compared } of set.engines) {
    const groups = [true, false].map((same) => ({
      name: same ? 'same' : 'different',
      scores: compared.flatMap((pair) => (pair.same === same ? (pair.score ?? []) : [])),
    }));
    const histogram = drawHistogram({ title: `${engine}, ${set.title}`, threshold: 0.5, groups });
    await writeFile(join(folder, `${name}-${engine}.svg`), histogram);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
