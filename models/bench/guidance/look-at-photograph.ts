import type { RasterImage } from '../../image/raster-image.js';
import { regionOf } from '../../../web/src/capture/capture-region.js';
import type { FrameReading } from '../../../web/src/guidance/frame-reading.js';
import { samplePatch, sampleWhole } from '../../../web/src/guidance/frame-samples.js';
import { toGrey } from '../../../web/src/guidance/grey-frame.js';
import { judgeCardFrame } from '../../../web/src/guidance/judge-card-frame.js';
import type { LumaPlane } from '../../../web/src/guidance/luma-plane.js';
import { sampleLuma } from '../../../web/src/guidance/sample-luma.js';

/** What guidance says of a photograph as if it were a frame of the camera. */
export function lookAtPhotograph(photo: RasterImage): FrameReading {
  const view = regionOf('KTP')(photo);
  const patch = samplePatch(view, 'KTP');
  if (patch === null) throw new Error('A card is looked at closely.');
  const plane = toLuma(photo);
  return judgeCardFrame({
    whole: sampleLuma(plane, sampleWhole(view)),
    patch: sampleLuma(plane, patch),
  });
}

/** The brightness that a camera's frame carries. */
export function toLuma({ width, height, data }: RasterImage): LumaPlane {
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgba.set(data.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return {
    data: toGrey({ width, height, data: rgba }).data,
    stride: width,
    region: { x: 0, y: 0, width, height },
    isFullRange: true,
  };
}
