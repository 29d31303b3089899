import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { createWeightStore } from '../weights/weight-store.js';
import { loadCapture, readLabels, type LabelledCapture } from './liveness/labelled-capture.js';
import {
  LIVENESS_ENGINES,
  openLivenessEngine,
  type LivenessEngineName,
} from './liveness/liveness-engine.js';
import {
  summariseAttacks,
  toScore,
  type AttackSummary,
  type ScoredCapture,
} from './liveness/summarise-attacks.js';
import { drawHistogram } from './metrics/draw-histogram.js';
import { drawRoc } from './metrics/draw-roc.js';
import { traceRoc } from './metrics/roc.js';

/*
 * Error rates of passive liveness on labelled captures, beside the network alone:
 * npm run bench:liveness -- --labels FILE [--peer network]... [--json FILE] [--svg DIR]
 *
 * FILE is a CSV with the columns file, label (live or spoof), attack and frames. Prints every score.
 */
interface Options {
  readonly labels: string;
  readonly peer: readonly LivenessEngineName[];
  readonly json?: string;
  readonly svg?: string;
}

const options = new Command('bench:liveness')
  .requiredOption('--labels <file>', 'CSV of the captures; they lie beside it')
  .addOption(
    new Option('--peer <engine...>', 'what to measure beside it')
      .choices(LIVENESS_ENGINES)
      .default(['kenali-still', 'network']),
  )
  .option('--json <file>', 'gets scores and error rates')
  .option('--svg <folder>', 'gets the operating curves and the histograms')
  .parse()
  .opts<Options>();

const captures = await readLabels(options.labels);
const engines = [...new Set<LivenessEngineName>(['kenali', ...options.peer])];
const scored = new Map<LivenessEngineName, ScoredCapture[]>();
for (const engine of engines) scored.set(engine, await scoreAll(engine, captures));
const summaries = new Map([...scored].map(([engine, all]) => [engine, summariseAttacks(all)]));
for (const [engine, summary] of summaries) console.log(formatSummary(engine, summary));
const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`peak memory of all engines ${String(peakMemoryMb)} MB`);
if (options.json !== undefined) {
  const result = { engines: Object.fromEntries(summaries), scores: Object.fromEntries(scored) };
  await writeFile(options.json, `${JSON.stringify({ ...result, peakMemoryMb }, null, 1)}\n`);
}
if (options.svg !== undefined) await drawAll(options.svg);

async function scoreAll(
  engine: LivenessEngineName,
  labelled: readonly LabelledCapture[],
): Promise<ScoredCapture[]> {
  const score = await openLivenessEngine(engine, createWeightStore());
  const all: ScoredCapture[] = [];
  for (const { file, isLive, attack, ...rest } of labelled) {
    const capture = await loadCapture({ file, isLive, attack, ...rest });
    const start = performance.now();
    const livenessScore = await score(capture);
    const durationMs = performance.now() - start;
    all.push({ file, isLive, attack, score: livenessScore, durationMs });
    const shown = livenessScore?.toFixed(4) ?? 'no score';
    console.log([engine, file, isLive ? 'live' : attack, shown].join('\t'));
  }
  return all;
}

function formatSummary(engine: string, summary: AttackSummary): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const kinds = Object.entries(summary.apcer).map(([kind, share]) => `${kind} ${percent(share)}`);
  return [
    `\n${engine}: ${String(summary.live)} live, ${String(summary.attacks)} attacks`,
    `  APCER ${kinds.join(', ')}; of all ${percent(summary.accepted)}`,
    `  BPCER ${percent(summary.bpcer)}, ACER ${percent(summary.acer)}`,
    `  AUC ${summary.auc.toFixed(3)}, equal error ${percent(summary.equalErrorRate)}`,
    `  median ${summary.medianMs.toFixed(0)} ms`,
  ].join('\n');
}

async function drawAll(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const scoresOf = (all: readonly ScoredCapture[], isLive: boolean) =>
    all.filter((one) => one.isLive === isLive).map(toScore);
  const curves = [...scored].map(([name, all]) => ({
    name,
    points: traceRoc({ positives: scoresOf(all, true), negatives: scoresOf(all, false) }),
  }));
  await writeFile(join(folder, 'roc.svg'), drawRoc({ title: 'Passive liveness', curves }));
  for (const [name, all] of scored) {
    const groups = [
      { name: 'live', scores: scoresOf(all, true) },
      { name: 'attacks', scores: scoresOf(all, false) },
    ];
    const histogram = drawHistogram({ title: `Scores of ${name}`, threshold: 0.5, groups });
    await writeFile(join(folder, `scores-${name}.svg`), histogram);
  }
}
