/**
 * From how few differing bits of 256 on (see `distanceOf`) two captures are one picture, encoded, scaled
 * or lightened anew.
 *
 * Measured 2026-11-22 on 40 press photographs: JPEG of quality 30 to 75 differs by at most 6, half to
 * a third or twice the size 9, lightened 10, half a per cent cut off each side 17 at most and 9 at the
 * median. The same scene from a camera moved by 1 % of the picture differs by 12 to 32, by 2 % by 26
 * to 58, by 4 % by 65 to 103; other photographs by 93 and more. People who come back a day later move
 * more than that. Whoever cuts a copy by 1 % and more evades it (11 to 33).
 */
export const NEAR_COPY_DISTANCE = 11;

export interface BurstThresholds {
  /** Mean difference in levels of 255 up to which two frames are one, see `isSamePicture`. */
  readonly maxSameDifference: number;
  readonly frozenShare: number;
  readonly repeatedFrames: number;
  /** Levels of 255 by which a frame has to spread for its coming again to count, see `measureSpread`. */
  readonly minSpread: number;
  readonly impossibleSteps: number;
  /** Least and most time between frames, in milliseconds. */
  readonly minStepMs: number;
  readonly maxStepMs: number;
  readonly foreignStill: number;
}

export const BURST_THRESHOLDS: BurstThresholds = {
  /*
   * Four photographs at 720 px as JPEG of quality 80: the same pixels differ by 0, a scene that stands
   * still by 0.43 to 0.64 when the camera's noise is 0.3 levels and by 1.3 to 1.6 when it is 2. The
   * same pixels at another quality differ by 1.2 to 1.8: those are not found.
   */
  maxSameDifference: 0.1,
  /* A busy phone may show one frame twice; half of a burst is a standing picture. */
  frozenShare: 0.5,
  /* With other frames between no camera shows the same noise again. */
  repeatedFrames: 1,
  /*
   * Drawn frames of a covered lens with a noise of 1 to 3 levels, as JPEG of quality 80: 1.2 at most. Six
   * people cut from press photographs: 35 and more, dimmed to a tenth 3.4 and more.
   */
  minSpread: 3,
  impossibleSteps: 1,
  /* Cameras of phones make 240 pictures a second at most; the capture app keeps every eighth of 30. */
  minStepMs: 4,
  /* The app gives up after 6 s in all. */
  maxStepMs: 10_000,
  /*
   * 40 scenes again with the camera moved by up to 9 %, turned by 2°, 5 % nearer: 0.17 at most. Other
   * photographs, all with the head in the middle: 0.14 and more, 0.63 at the median; half of them are
   * found. Whose face it is, the identity over the frames says better.
   */
  foreignStill: 0.5,
};
