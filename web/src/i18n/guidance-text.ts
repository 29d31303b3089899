import type { PersonCapture } from '../../../contract/flow.js';
import type { Hint } from '../guidance/guide-state.js';

/** Beside the dictionaries, since it is loaded with the camera. */
export interface GuidanceText {
  /** What to do about each fault; short, since it is read out while the person moves. */
  readonly hints: Readonly<Record<Exclude<Hint, 'GOOD'>, string>>;
  /** Where no fault is seen. */
  readonly good: Readonly<Record<PersonCapture, string>>;
  /** Under the hint: how the picture comes about. */
  readonly how: Readonly<Record<PersonCapture, string>>;
  readonly torch: string;
}
