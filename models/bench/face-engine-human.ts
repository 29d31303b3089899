import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { answerPictures } from './engines/answer-pictures.js';
import { readRgb } from './engines/read-rgb.js';
import { PEER_DISTANCE } from './face/peers.js';

/*
 * @vladmandic/human as an engine of `bench:face`; the argument is the folder it is installed in. Its
 * detector, mesh and description run with its defaults, as WebAssembly; everything that a comparison
 * does not need is off. The largest face is described.
 */
interface Face {
  /** Left, top, width and height. */
  readonly box: readonly [number, number, number, number];
  readonly embedding?: readonly number[];
}
interface Human {
  readonly tf: {
    tensor(values: Uint8Array, shape: readonly number[], type: 'float32'): { dispose(): void };
  };
  load(): Promise<void>;
  detect(tensor: object): Promise<{ readonly face: readonly Face[] }>;
}
interface HumanModule {
  readonly Human: new (config: object) => Human;
}

/** At this distance its own similarity is one half: `sqrt(25 d²)` is 50 of 100, midway from 20 to 80. */
const OWN_LIMIT = 10;

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const [folder = ''] = process.argv.slice(2);
const requirePeer = createRequire(join(folder, 'package.json'));
const modules = join(folder, 'node_modules');
// By its path: what the package exports names the file wrongly.
const { Human } = z
  .custom<HumanModule>(isObject)
  .parse(requirePeer(join(modules, '@vladmandic/human/dist/human.node-wasm.js')));

// It asks for its weights with `fetch`, which Node.js does not do for files; it needs nothing else.
globalThis.fetch = async (input) => {
  const url = input instanceof Request ? input.url : String(input);
  return new Response(await readFile(new URL(url)));
};

const off = { enabled: false };
const human = new Human({
  backend: 'wasm',
  wasmPath: join(modules, '@tensorflow/tfjs-backend-wasm/dist') + sep,
  modelBasePath: pathToFileURL(join(modules, '@vladmandic/human/models') + sep).href,
  // Of one photograph nothing is to be found in the next.
  cacheSensitivity: 0,
  filter: off,
  face: {
    enabled: true,
    detector: { rotation: true, maxDetected: 5, skipFrames: 0, skipTime: 0 },
    mesh: { enabled: true },
    iris: off,
    emotion: off,
    description: { enabled: true, skipFrames: 0, skipTime: 0 },
    antispoof: off,
    liveness: off,
  },
  body: off,
  hand: off,
  object: off,
  gesture: off,
  segmentation: off,
});
await human.load();

await answerPictures({
  read: async (bytes) => {
    const { data, width, height } = await readRgb(bytes);
    const tensor = human.tf.tensor(data, [1, height, width, 3], 'float32');
    const { face } = await human.detect(tensor);
    tensor.dispose();
    return [...face].sort((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3])[0]?.embedding;
  },
  toAnswer: (embedding) =>
    embedding === undefined
      ? { refusal: 'no face found' }
      : { vector: embedding.map((value) => (value * PEER_DISTANCE) / OWN_LIMIT) },
});
