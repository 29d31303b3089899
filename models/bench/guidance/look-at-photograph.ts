import type { RasterImage } from '../../image/raster-image.js';
import { resizeRegion } from '../../image/resize-region.js';
import { regionOf } from '../../../web/src/capture/capture-region.js';
import type { FrameReading } from '../../../web/src/guidance/frame-reading.js';
import { samplePatch, sampleWhole, type Sample } from '../../../web/src/guidance/frame-samples.js';
import type { GreyFrame } from '../../../web/src/guidance/grey-frame.js';
import { toGrey } from '../../../web/src/guidance/grey-frame.js';
import { judgeCardFrame } from '../../../web/src/guidance/judge-card-frame.js';

/** What guidance says of a photograph as if it were a frame of the camera. */
export async function lookAtPhotograph(photo: RasterImage): Promise<FrameReading> {
  const view = regionOf('KTP')(photo);
  const patch = samplePatch(view, 'KTP');
  if (patch === null) throw new Error('A card is looked at closely.');
  return judgeCardFrame({
    whole: await take(photo, sampleWhole(view)),
    patch: await take(photo, patch),
  });
}

/** Shrinks as a browser does, by averaging. */
async function take(photo: RasterImage, { region, size }: Sample): Promise<GreyFrame> {
  const { x: left, y: top, width, height } = region;
  const { data } = await resizeRegion(photo, { left, top, width, height }, size);
  const rgba = new Uint8Array(size.width * size.height * 4);
  for (let pixel = 0; pixel < size.width * size.height; pixel += 1) {
    rgba.set(data.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return toGrey({ ...size, data: rgba });
}
