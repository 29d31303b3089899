/** A decoded picture: 8 bits a channel, red, green, blue interleaved, no alpha, rows from the top. */
export interface RasterImage {
  readonly width: number;
  readonly height: number;
  /** `width × height × 3` bytes. */
  readonly data: Uint8Array;
}
