import type { GreyFrame } from '../guidance/grey-frame.js';
import { sampleLuma } from '../guidance/sample-luma.js';
import { INPUT_SIDE } from './face-layers.js';
import type { FaceNetwork } from './face-network.js';
import type { FoundFace } from './found-face.js';
import { measurePose } from './measure-pose.js';
import { readAnswers } from './read-answers.js';

/** The logit from which an answer is a face. */
const LEAST_SCORE = 0;

/** Faces in a view of any size, the surest first. */
export function findFaces(network: FaceNetwork, view: GreyFrame): FoundFace[] {
  const scale = INPUT_SIDE / Math.max(view.width, view.height);
  const size = { width: Math.round(view.width * scale), height: Math.round(view.height * scale) };
  const region = { x: 0, y: 0, width: view.width, height: view.height };
  const plane = { data: view.data, stride: view.width, region, isFullRange: true };
  const small = sampleLuma(plane, { region, size });
  const square = new Uint8Array(INPUT_SIDE ** 2);
  for (let y = 0; y < size.height; y += 1) {
    square.set(small.data.subarray(y * size.width, (y + 1) * size.width), y * INPUT_SIDE);
  }
  return readAnswers(network(square), LEAST_SCORE).map(({ score, centre, width, points }) => ({
    score,
    centreX: (centre.x * INPUT_SIDE) / size.width,
    centreY: (centre.y * INPUT_SIDE) / size.height,
    width: (width * INPUT_SIDE) / size.width,
    ...measurePose(points),
  }));
}
