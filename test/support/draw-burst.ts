import type { BurstFrame } from '../../contract/frame-sequence.js';
import { decodeImage } from '../../models/image/decode-image.js';
import { encodeJpeg, resizeRegion } from '../../models/image/resize-region.js';

const STEP_MS = 150;
/** Of the picture's width from frame to frame: what a hand moves. */
const MOVE = 0.004;

/**
 * A burst of a photograph as a hand that is not quite still takes it: cut a little further to the
 * right and closer from frame to frame.
 *
 * @param first which frame of a long recording this burst begins with
 */
export async function drawBurst(
  photograph: Uint8Array,
  count: number,
  first = 1,
): Promise<readonly BurstFrame[]> {
  const image = await decodeImage(photograph);
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const moved = (first + index) * MOVE;
      const region = {
        left: image.width * moved,
        top: image.height * moved * 0.5,
        width: image.width * (1 - 1.6 * moved),
        height: image.height * (1 - 1.6 * moved),
      };
      const jpeg = await encodeJpeg(await resizeRegion(image, region, { width: 480, height: 480 }));
      return { jpeg, atMs: index * STEP_MS };
    }),
  );
}
