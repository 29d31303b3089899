import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadAreaDirectory } from '../ktp/areas/areas.js';
import { defaultCacheDir } from '../weights/default-cache-dir.js';
import { compareSpeed, findWeakerFields } from './ktp/compare-engines.js';
import { createEngineProcess, type EngineProcess } from './engines/engine-process.js';
import { ktpAnswer, type EngineAnswer } from './ktp/engine-answer.js';
import { formatReport } from './ktp/format-report.js';
import { loadPictures, takeEvenly } from './ktp/load-pictures.js';
import { ensureEnvironment, EnvironmentError } from '../environments/pinned-environment.js';
import { KENALI, PEERS } from './ktp/peers.js';
import { runEngines, type EngineResult } from './ktp/run-engines.js';

/*
 * Reads a folder of labelled pictures with Kenali and its peers, side by side:
 * npm run bench:ktp -- --data DIR [--not-ktp DIR] [--peer NAME]… [--condition NAME] [--limit N]
 *   [--wrong] [--skip-missing-peers] [--json FILE]
 */
const [PRODUCT, ...MODELS] = KENALI;
const NAMES = [...MODELS, ...PEERS].map(({ name }) => name);
const USAGE = `Usage: --data DIR [--not-ktp DIR] [--peer NAME]... [--condition NAME] [--limit N]
  [--wrong] [--skip-missing-peers] [--json FILE]
Peers: ${NAMES.join(', ')}`;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    'not-ktp': { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
    condition: { type: 'string' },
    limit: { type: 'string', default: 'Infinity' },
    wrong: { type: 'boolean', default: false },
    'skip-missing-peers': { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const limit = Number(options.limit);
const hasUnknownPeer = options.peer.some((name) => !NAMES.includes(name));
if (options.data === undefined || !(limit >= 1) || hasUnknownPeer) fail(USAGE);

const folder = await loadPictures(options.data, options['not-ktp']).catch((error: unknown) =>
  fail(error instanceof Error ? error.message : 'The folder cannot be read.'),
);
for (const warning of folder.warnings) console.error(`Note: ${warning}`);
const pictures = takeEvenly(
  folder.pictures.filter(
    ({ condition }) => options.condition === undefined || condition === options.condition,
  ),
  limit,
);
if (pictures.length === 0) fail('No picture of that condition.');

const engines: EngineProcess<EngineAnswer>[] = [];
if (PRODUCT !== undefined) engines.push(createEngineProcess(PRODUCT, { answer: ktpAnswer }));
for (const name of options.peer) engines.push(...(await startEngine(name)));
try {
  const results = await runEngines(engines, pictures, {
    areas: await loadAreaDirectory(),
    onPicture: showProgress,
  });
  report(results);
  if (options.json !== undefined) await writeFile(options.json, JSON.stringify(results, null, 2));
} finally {
  for (const engine of engines) engine.stop();
}

/** A missing peer ends the run, unless the caller said that it may go on without. */
async function startEngine(name: string): Promise<EngineProcess<EngineAnswer>[]> {
  const own = MODELS.find((model) => model.name === name);
  if (own !== undefined) return [createEngineProcess(own, { answer: ktpAnswer })];
  const peer = PEERS.find((known) => known.name === name);
  if (peer === undefined) return [];
  try {
    console.error(`Preparing ${name} (${peer.packages.join(', ')})`);
    const environment = await ensureEnvironment(peer, join(defaultCacheDir(), 'bench'));
    const command = { name, ...peer.start(environment) };
    return [createEngineProcess(command, { answer: ktpAnswer })];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    if (!options['skip-missing-peers']) fail(`${error.message} Or run with --skip-missing-peers.`);
    console.error(`${error.message} Going on without it.`);
    return [];
  }
}

function report(results: readonly EngineResult[]): void {
  const [kenali, ...peers] = results;
  for (const line of formatReport(results.map(({ summary }) => summary))) console.log(line);
  if (kenali !== undefined) for (const peer of peers) compare(kenali, peer);
  for (const { summary } of results) {
    for (const { file, failure } of summary.failures) {
      console.log(`${summary.engine} failed on ${file}: ${failure}`);
    }
  }
  if (options.wrong && kenali !== undefined) showWrong(kenali);
}

function compare(kenali: EngineResult, peer: EngineResult): void {
  const { engine, ms } = peer.summary;
  const byMedian = ms.p50 / kenali.summary.ms.p50;
  const byPicture = compareSpeed(kenali.pictures, peer.pictures);
  const weaker = findWeakerFields(kenali.summary, peer.summary);
  console.log(
    `\nKenali is ${byMedian.toFixed(1)} times as fast as ${engine} by p50, ` +
      `${byPicture.toFixed(1)} times picture by picture (median).`,
  );
  console.log(
    `Less exact than ${engine}: ${weaker.length === 0 ? 'no field' : weaker.join(', ')}.`,
  );
}

function showWrong({ pictures: judged }: EngineResult): void {
  console.log('\nWhat Kenali read otherwise than it is labelled:');
  for (const { file, isKtp, wasReadAsKtp, fields, reasonCode } of judged) {
    if (isKtp !== wasReadAsKtp)
      console.log(`${file}  isKtp ${String(wasReadAsKtp)} ${reasonCode ?? ''}`);
    if (!wasReadAsKtp) continue;
    for (const { field, read, truth, confidence } of fields.filter(({ isExact }) => !isExact)) {
      console.log(
        `${file}  ${field}: ${read ?? '–'}  (${truth ?? '–'})  ${String(confidence ?? '')}`,
      );
    }
  }
}

function showProgress(done: number): void {
  if (done % 20 === 0) console.error(`${String(done)} of ${String(pictures.length)} pictures`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
