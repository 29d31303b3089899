import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { answerPictures } from './engines/answer-pictures.js';
import { readRgb } from './engines/read-rgb.js';

/*
 * @vladmandic/face-api as an engine of `bench:face`; the argument is the folder it is installed in.
 * TensorFlow.js runs as WebAssembly with two threads: the native one is no npm package. Detector, 68
 * landmarks and descriptor are its own weights and its defaults; the largest face is described.
 */
interface Detection {
  readonly descriptor: Float32Array;
  readonly detection: { readonly box: { readonly area: number } };
}
interface FaceApi {
  readonly nets: Readonly<Record<string, { loadFromDisk(folder: string): Promise<void> }>>;
  readonly SsdMobilenetv1Options: new (options: object) => object;
  detectAllFaces(
    tensor: object,
    options: object,
  ): { withFaceLandmarks(): { withFaceDescriptors(): Promise<readonly Detection[]> } };
}
interface TensorFlow {
  tensor3d(values: Uint8Array, shape: readonly number[], type: 'int32'): { dispose(): void };
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
}
interface WasmBackend {
  setWasmPaths(folder: string): void;
  setThreadsCount(threads: number): void;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const [folder = ''] = process.argv.slice(2);
const requirePeer = createRequire(join(folder, 'package.json'));
const tensorflow = z.custom<TensorFlow>(isObject).parse(requirePeer('@tensorflow/tfjs'));
const wasm = z.custom<WasmBackend>(isObject).parse(requirePeer('@tensorflow/tfjs-backend-wasm'));
wasm.setWasmPaths(join(folder, 'node_modules/@tensorflow/tfjs-backend-wasm/dist') + sep);
wasm.setThreadsCount(2);
const faceApi = z
  .custom<FaceApi>(isObject)
  .parse(requirePeer('@vladmandic/face-api/dist/face-api.node-wasm.js'));
await tensorflow.setBackend('wasm');
await tensorflow.ready();
const models = join(folder, 'node_modules/@vladmandic/face-api/model');
for (const net of ['ssdMobilenetv1', 'faceLandmark68Net', 'faceRecognitionNet']) {
  await faceApi.nets[net]?.loadFromDisk(models);
}
const options = new faceApi.SsdMobilenetv1Options({ minConfidence: 0.5 });

await answerPictures({
  read: async (bytes) => {
    const { data, width, height } = await readRgb(bytes);
    const tensor = tensorflow.tensor3d(data, [height, width, 3], 'int32');
    const found = await faceApi
      .detectAllFaces(tensor, options)
      .withFaceLandmarks()
      .withFaceDescriptors();
    tensor.dispose();
    return [...found].sort((a, b) => b.detection.box.area - a.detection.box.area)[0];
  },
  toAnswer: (largest) =>
    largest === undefined ? { refusal: 'no face found' } : { vector: [...largest.descriptor] },
});
