import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decodeImage } from '../image/decode-image.js';
import { FEATURES } from '../ktp/confidence/confidence-features.js';
import { createKtpReader, type KtpReader } from '../ktp/ktp-reader.js';
import { RECOGNISER_MODELS } from '../text/text-recogniser.js';
import { createWeightStore } from '../weights/weight-store.js';
import { fitCalibration, type FittedField, type Sample } from './calibration/fit-calibration.js';
import { KTP_FIELDS, type LabelledPicture } from './ktp/labelled-picture.js';
import { loadPictures, takeEvenly } from './ktp/load-pictures.js';
import { normaliseValue } from './ktp/to-wire-truth.js';

/*
 * Fits what a field's confidence means with some networks, on labelled pictures that nothing is judged on, and
 * writes models/ktp/confidence/calibrations/MODEL.json:
 * npm run calibrate:ktp -- --data DIR [--data DIR]... [--recogniser MODEL] [--limit N]
 */
const USAGE = `Usage: --data DIR [--data DIR]... [--recogniser MODEL] [--limit N]
Models: ${RECOGNISER_MODELS.join(', ')}; the first unless said otherwise`;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', multiple: true, default: [] },
    recogniser: { type: 'string', default: RECOGNISER_MODELS[0] },
    limit: { type: 'string', default: 'Infinity' },
  },
});
const limit = Number(options.limit);
const model = RECOGNISER_MODELS.find((known) => known === options.recogniser);
if (options.data.length === 0 || !(limit >= 1) || model === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const pictures: LabelledPicture[] = [];
for (const folder of options.data) pictures.push(...(await loadPictures(folder)).pictures);
const cards = takeEvenly(
  pictures.filter(({ isKtp }) => isKtp),
  limit,
);
const reader = await createKtpReader(createWeightStore(), { model });
const samples: Sample[] = [];
for (const [card, picture] of cards.entries()) {
  samples.push(...(await readSamples(reader, picture, card)));
  if (card % 50 === 49) console.error(`${String(card + 1)} of ${String(cards.length)} read`);
}
const { fields, summary } = fitCalibration(samples);
const madeBy = {
  command: `npm run calibrate:ktp -- --data DIR --recogniser ${model}`,
  cards: cards.length,
  date: new Date().toISOString().slice(0, 10),
};
const output = new URL(`../ktp/confidence/calibrations/${model}.json`, import.meta.url);
await writeFile(output, `${JSON.stringify({ madeBy, features: FEATURES, fields }, null, 2)}\n`);
for (const line of formatSummary(summary)) console.log(line);
// The reader's threads wait for more pictures.
process.exit(0);

/** The values that were read from a card; what was not read has no confidence to calibrate. */
async function readSamples(
  ktpReader: KtpReader,
  { path, truth }: LabelledPicture,
  card: number,
): Promise<Sample[]> {
  const reading = await ktpReader.read(await decodeImage(await readFile(path)));
  return KTP_FIELDS.flatMap((field) => {
    const features = reading.features[field];
    if (features === undefined || !(field in truth)) return [];
    const isRight =
      normaliseValue(reading.ktpDetails[field]) === normaliseValue(truth[field] ?? null);
    return [{ card, field, features, isRight }];
  });
}

function formatSummary(fitted: readonly FittedField[]): string[] {
  const count = (value: number) => String(value).padStart(6);
  return [
    'field            values  right   sure  of them wrong (held-out folds)',
    ...fitted.map(
      ({ field, values, right, sure, sureAndWrong }) =>
        `${field.padEnd(16)} ${count(values)} ${count(right)} ${count(sure)} ${count(sureAndWrong)}`,
    ),
  ];
}
