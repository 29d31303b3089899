/** Values of a square of pixels, channel by channel in each, with one pixel of nothing all around. */
export interface FeatureMap {
  readonly side: number;
  readonly channels: number;
  /** `(side + 2)² × channels`. */
  readonly values: Float32Array;
}

export function createMap(side: number, channels: number): FeatureMap {
  return { side, channels, values: new Float32Array((side + 2) ** 2 * channels) };
}

/** Where the channels of a pixel begin; -1 and `side` are the rim. */
export function placeOf({ side, channels }: FeatureMap, x: number, y: number): number {
  return ((y + 1) * (side + 2) + x + 1) * channels;
}
