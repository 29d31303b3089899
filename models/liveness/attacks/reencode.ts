import { encodeJpeg, resizeRegion } from '../../image/resize-region.js';
import { toLevel } from './light-image.js';
import type { Scene } from './plan-scene.js';
import type { PortrayedFace } from './portrayed-face.js';

/** A file handed in by a virtual camera: the photograph cut and sized, and no lens in between. */
export async function reencode(portrayed: PortrayedFace, scene: Scene): Promise<Uint8Array> {
  const [sharpest] = portrayed.content;
  if (sharpest === undefined) throw new RangeError('A photograph has pixels.');
  const { box } = portrayed;
  const region = {
    left: box.left + box.width / 2 - scene.face.x / scene.scale,
    top: box.top + box.height / 2 - scene.face.y / scene.scale,
    width: 1 / scene.scale,
    height: scene.aspect / scene.scale,
  };
  const data = Uint8Array.from(sharpest.data, (light) => Math.round(toLevel(light)));
  const { width, height } = sharpest;
  const cut = await resizeRegion({ width, height, data }, region, scene.camera);
  const image = { width: cut.width, height: cut.height, data: cut.data };
  return await encodeJpeg(image, scene.jpegQuality);
}
