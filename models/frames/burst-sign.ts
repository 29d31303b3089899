/**
 * What the pictures of one burst say about the camera they came from.
 *
 * - `frozen-frames`: the share of frames that equal the one before them. No camera is without noise.
 * - `repeated-frames`: how many frames equal an earlier one with other frames between: a loop.
 * - `impossible-timing`: how many steps from frame to frame no camera makes.
 * - `foreign-still`: how little the still looks like the scene of the frames.
 */
export type BurstSignName =
  'frozen-frames' | 'repeated-frames' | 'impossible-timing' | 'foreign-still';

export interface BurstSign {
  readonly name: BurstSignName;
  /** The more, the likelier the frames were put in; each sign has its own scale. */
  readonly score: number;
  readonly threshold: number;
  /** Whether the score reaches the threshold. */
  readonly isSpoof: boolean;
}
