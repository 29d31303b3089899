import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeImage } from '../../image/decode-image.js';
import { createKtpReader } from '../../ktp/ktp-reader.js';
import { createWeightStore } from '../../weights/weight-store.js';
import { loadCardNetwork } from '../card-network.js';
import { createTextRecognisers } from '../text-recogniser.js';
import { labelPhotograph } from './label-photograph.js';
import { writeLines } from './write-lines.js';

/*
 * Writes lines of photographs whose texts nobody told, to train on beside drawn ones, see README.md:
 * npm run label:lines -- --data DIR --out DIR
 */
const PICTURES = ['.jpg', '.jpeg', '.png', '.webp'];
/** Taken for lines of the train split. */
const NAME = 'train-labelled';

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' } },
});
if (options.data === undefined || options.out === undefined) {
  process.stderr.write('Usage: --data DIR --out DIR\n');
  process.exit(2);
}

const weights = createWeightStore();
const reader = await createKtpReader(weights, { model: 'own' });
const { first: general } = await createTextRecognisers(weights, 'general-small');
const glyphs = new Set((await loadCardNetwork()).classes);
const files = (await readdir(options.data)).filter((file) =>
  PICTURES.includes(extname(file).toLowerCase()),
);

async function* labelAll(folder: string) {
  for (const file of files.sort()) {
    const image = await decodeImage(await readFile(join(folder, file)));
    yield await labelPhotograph(image, { reader, general, glyphs });
  }
}

const count = await writeLines(options.out, NAME, labelAll(options.data));
process.stdout.write(
  `${String(count)} lines of ${String(files.length)} photographs in ${options.out}\n`,
);
// The recognisers' threads wait for more lines.
process.exit(0);
