import type { Region } from '../capture/frame-geometry.js';

/** The brightness of a piece of a frame as the camera gives it: one byte a pixel, rows from the top. */
export interface LumaPlane {
  readonly data: Uint8Array;
  /** Bytes from one row to the next. */
  readonly stride: number;
  /** Of the frame, whole pixels. */
  readonly region: Region;
  /** Black to white as 0 to 255; else as video has it, 16 to 235. */
  readonly isFullRange: boolean;
}
