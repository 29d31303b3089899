import { collectSeldom } from '../image/collect-seldom.js';
import { decodeImage } from '../image/decode-image.js';
import { createKtpReader } from '../ktp/ktp-reader.js';
import type { KtpReading } from '../ktp/ktp-reading.js';
import { RECOGNISER_MODELS } from '../text/text-recogniser.js';
import { createWeightStore } from '../weights/weight-store.js';
import { answerPictures } from './engines/answer-pictures.js';

/*
 * Kenali's reader as an engine of `bench:ktp`; the argument names the networks that read lines. Decoding
 * and the whole reading are timed. The heap is the vision worker's.
 */
collectSeldom();
const [name] = process.argv.slice(2);
const model = RECOGNISER_MODELS.find((known) => known === name);
if (model === undefined) throw new Error(`Name a model: ${RECOGNISER_MODELS.join(', ')}.`);
const reader = await createKtpReader(createWeightStore(), { model });
await answerPictures({
  read: async (bytes) => await reader.read(await decodeImage(bytes)),
  toAnswer: ({ isKtp, ktpDetails, ktpConfidence, verdict, reasonCode, ...rest }) => ({
    reading: { isKtp, ktpDetails, ktpConfidence, verdict, reasonCode, lines: textsOf(rest) },
  }),
});

/** All that was read: every line from the top down, then what the values' second look saw. */
function textsOf({ lines, fields }: Pick<KtpReading, 'lines' | 'fields'>): string[] {
  const scanned = [...lines].sort((a, b) => a.y - b.y).map(({ reading }) => reading.text);
  return [...scanned, ...Object.values(fields).map(({ raw }) => raw)];
}
