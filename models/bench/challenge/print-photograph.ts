import type { LocatedFace } from '../../face/locate-main-face.js';
import type { RasterImage } from '../../image/raster-image.js';
import { toLevel, type Light } from '../../liveness/attacks/light-image.js';
import { planPrint } from '../../liveness/attacks/plan-print.js';
import { createPrintSurface } from '../../liveness/attacks/print-surface.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { chooseScene, portray } from './choose-scene.js';

/** A picture of the face as it lies on paper, pixel by pixel: ink, dots, grain and gloss. */
export function printPhotograph(face: LocatedFace, image: RasterImage, seed: number): RasterImage {
  const portrayed = portray(face, image);
  const scene = chooseScene(portrayed, seed);
  const random = createRandom(seed, 'print');
  const print = { ...planPrint('print', portrayed, { scene, random }), margin: 0 };
  const { shine } = createPrintSurface(print);
  const { width, height } = image;
  const data = new Uint8Array(width * height * 3);
  const light: Light = [0, 0, 0];
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [(pixel % width) + 0.5, Math.floor(pixel / width) + 0.5];
    shine({ x, y, footprint: 1, row: y / height }, light);
    for (let k = 0; k < 3; k += 1) data[pixel * 3 + k] = Math.round(toLevel(light[k] ?? 0));
  }
  return { width, height, data };
}
