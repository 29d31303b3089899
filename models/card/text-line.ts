import type { LineReading } from '../text/line-reading.js';
import type { LevelLine } from './level-lines.js';

/** A line of an upright card with what was read in it. */
export interface TextLine extends LevelLine {
  readonly reading: LineReading;
}
