import type { LinePicture } from './line-picture.js';
import type { LineBox } from './line-box.js';
import type { LineReading } from './line-reading.js';

/** Cuts one line out of the picture and reads it along its box's angle. */
export type RecogniseLine = (picture: LinePicture, box: LineBox) => Promise<LineReading>;

/** A network, and what each of its classes stands for, '' for the CTC blank. */
export interface LineNetwork {
  readonly network: Uint8Array;
  readonly classes: string[];
}
