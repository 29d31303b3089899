import type { HeadPose } from './measure-pose.js';

/** A face in the camera's view; places in shares of its width and height. */
export interface FoundFace extends HeadPose {
  /** How sure, as a logit: above 0 is rather a face. */
  readonly score: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
}
