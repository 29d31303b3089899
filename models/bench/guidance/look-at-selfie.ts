import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { RasterImage } from '../../image/raster-image.js';
import { regionOf } from '../../../web/src/capture/capture-region.js';
import { unpackLayers } from '../../../web/src/faces/face-layers.js';
import { createFaceNetwork } from '../../../web/src/faces/face-network.js';
import { findFaces } from '../../../web/src/faces/find-faces.js';
import type { FoundFace } from '../../../web/src/faces/found-face.js';
import type { Fault } from '../../../web/src/guidance/frame-reading.js';
import { sampleWhole } from '../../../web/src/guidance/frame-samples.js';
import { judgeFaceFrame } from '../../../web/src/guidance/judge-face-frame.js';
import { sampleLuma } from '../../../web/src/guidance/sample-luma.js';
import { toLuma } from './look-at-photograph.js';

const WEIGHTS = new URL('../../../web/src/faces/face-network.bin', import.meta.url);

export interface SelfieLook {
  readonly fault: Fault | null;
  readonly faces: readonly FoundFace[];
  /** How long the faces took to find. */
  readonly ms: number;
}

/** What guidance says of a photograph as if it were a frame of the front camera. */
export async function createSelfieLook(): Promise<(photo: RasterImage) => SelfieLook> {
  const network = createFaceNetwork(unpackLayers(Uint8Array.from(await readFile(WEIGHTS)).buffer));
  return (photo) => {
    const view = regionOf('SELFIE')(photo);
    const whole = sampleLuma(toLuma(photo), sampleWhole(view));
    const start = performance.now();
    const faces = findFaces(network, whole);
    const ms = performance.now() - start;
    return { faces, ms, fault: judgeFaceFrame(whole, faces).fault };
  };
}
