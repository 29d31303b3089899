import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { answerPictures } from './engines/answer-pictures.js';
import { splitAtGaps, type TesseractLine } from './ktp/split-at-gaps.js';

/*
 * tesseract.js as an engine of `bench:ktp`; the argument is the folder it is installed in, with the
 * Indonesian data of its npm package. Settings are its defaults: the LSTM engine and one uniform
 * block of text, which reads these cards better than its other page modes. WebAssembly has one thread.
 */
interface Page {
  readonly blocks: readonly { paragraphs: readonly { lines: readonly TesseractLine[] }[] }[] | null;
}
interface TesseractWorker {
  recognize(image: Uint8Array, options: object, output: object): Promise<{ data: Page }>;
}
type CreateWorker = (language: string, mode: number, options: object) => Promise<TesseractWorker>;

/** Tesseract's number for its LSTM engine. */
const LSTM_ONLY = 1;

const [folder = ''] = process.argv.slice(2);
const requirePeer = createRequire(join(folder, 'package.json'));
const loaded: unknown = requirePeer('tesseract.js');
const { createWorker } = z
  .object({ createWorker: z.custom<CreateWorker>((value) => typeof value === 'function') })
  .parse(loaded);
const worker = await createWorker('ind', LSTM_ONLY, {
  langPath: join(folder, 'node_modules/@tesseract.js-data/ind/4.0.0_best_int'),
  cacheMethod: 'none',
});

await answerPictures({
  read: async (bytes) => await worker.recognize(Buffer.from(bytes), {}, { blocks: true }),
  toAnswer: ({ data }) => {
    const lines = (data.blocks ?? [])
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap((paragraph) => paragraph.lines);
    return { lines: lines.flatMap(splitAtGaps) };
  },
});
