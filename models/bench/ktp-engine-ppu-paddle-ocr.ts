import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { createWeightStore } from '../weights/weight-store.js';
import { answerPictures } from './engines/answer-pictures.js';

/*
 * ppu-paddle-ocr as an engine of `bench:ktp`; the argument is the folder it is installed in. Its
 * default networks (PP-OCRv6 tiny) would be fetched from a code host: they are given to it out of
 * our weight store, where they come from a package registry. All settings are its defaults but the
 * two threads; its cache of results is off.
 */
interface PaddleOcrService {
  initialize(): Promise<void>;
  recognize(
    image: ArrayBuffer,
    options: { flatten: true; noCache: true },
  ): Promise<{
    results: readonly {
      text: string;
      confidence: number;
      box: { x: number; y: number; width: number; height: number };
    }[];
  }>;
}
type ServiceClass = new (options: object) => PaddleOcrService;

const [folder = ''] = process.argv.slice(2);
const entry = createRequire(join(folder, 'package.json')).resolve('ppu-paddle-ocr');
const loaded: unknown = await import(pathToFileURL(entry).href);
const { PaddleOcrService: Service } = z
  .object({ PaddleOcrService: z.custom<ServiceClass>((value) => typeof value === 'function') })
  .parse(loaded);
const weights = createWeightStore();
const service = new Service({
  model: {
    detection: await weights.path('text-detector-tiny'),
    recognition: await weights.path('text-recogniser-tiny'),
    charactersDictionary: await toBuffer(await weights.path('text-recogniser-tiny-characters')),
  },
  session: { intraOpNumThreads: 2, interOpNumThreads: 1 },
});
await service.initialize();

await answerPictures({
  read: async ({ buffer }) => await service.recognize(buffer, { flatten: true, noCache: true }),
  toAnswer: ({ results }) => ({
    lines: results.map(({ text, confidence, box: { x, y, width, height } }) => ({
      text,
      confidence,
      quad: [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
    })),
  }),
});

async function toBuffer(path: string): Promise<ArrayBuffer> {
  return Uint8Array.from(await readFile(path)).buffer;
}
