import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeImage } from '../image/decode-image.js';
import { createKtpReader, type KtpReader } from '../ktp/ktp-reader.js';
import { createWeightStore } from '../weights/weight-store.js';
import { loadLabelledCards, type LabelledCard } from './ktp-cards.js';
import {
  fieldsOf,
  findWrongFields,
  percentile,
  tallyConditions,
  tallyFields,
  type ScoredCard,
  type Tally,
} from './ktp-score.js';

/*
 * Exact-match rates of the KTP reader on a folder of labelled pictures:
 * node --import tsx models/bench/ktp.ts --data DIR [--condition photo-easy] [--json FILE]
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    condition: { type: 'string' },
    json: { type: 'string' },
  },
});
if (options.data === undefined) {
  console.error('Usage: --data DIR [--condition NAME] [--json FILE]');
  process.exit(2);
}

const all = await loadLabelledCards(options.data);
const cards = all.filter(
  ({ condition }) => options.condition === undefined || condition === options.condition,
);
const [firstCard] = cards;
if (firstCard === undefined) {
  console.error('No picture of that condition.');
  process.exit(2);
}
const reader = await createKtpReader(createWeightStore());
// The first run plans the networks' memory and would stand for nothing.
await reader.read(await decodeImage(await readFile(firstCard.path)));

const scored: ScoredCard[] = [];
for (const card of cards) {
  const result = await score(reader, card);
  for (const { field, read, truth } of result.wrong) {
    console.log(`${result.file}  ${field}: ${String(read)}  (printed: ${String(truth)})`);
  }
  scored.push(result);
}
const fields = fieldsOf(firstCard.truth);
const times = scored.map(({ ms }) => ms);
const summary = {
  conditions: tallyConditions(scored, fields.length),
  fields: tallyFields(scored, fields),
  passed: scored.filter(({ verdict }) => verdict === 'PASS').length,
  ms: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
};
printTallies('Fields exact by condition', summary.conditions);
printTallies('Cards exact by field', summary.fields);
console.log(`\nPASS ${String(summary.passed)} of ${String(scored.length)}`);
console.log(`ms a picture: p50 ${summary.ms.p50.toFixed(0)}, p95 ${summary.ms.p95.toFixed(0)}`);
if (options.json !== undefined) {
  await writeFile(options.json, JSON.stringify({ ...summary, cards: scored }, null, 2));
}

async function score(ktpReader: KtpReader, card: LabelledCard): Promise<ScoredCard> {
  const image = await decodeImage(await readFile(card.path));
  const reading = await ktpReader.read(image);
  return {
    file: basename(card.path),
    condition: card.condition,
    verdict: reading.verdict,
    reasonCode: reading.reasonCode,
    wrong: findWrongFields(reading.ktpDetails, card.truth),
    ms: reading.timingsMs.total,
  };
}

function printTallies(title: string, tallies: readonly Tally[]): void {
  console.log(`\n${title}`);
  for (const { name, exact, of } of tallies) {
    const share = ((100 * exact) / of).toFixed(1);
    console.log(`  ${name.padEnd(16)} ${String(exact).padStart(4)} of ${String(of)}  ${share} %`);
  }
}
