import type { PersonCapture } from '../../../contract/flow.js';
import type { BrowserProblem } from '../browser-problem.js';

/** Beside the dictionaries, since few people see these screens: they are loaded when needed. */
export interface InterruptionText {
  readonly resume: {
    readonly title: string;
    readonly kept: (documents: string) => string;
    readonly next: Readonly<Record<PersonCapture, string>>;
    readonly goOn: string;
    readonly restartHint: string;
    readonly restart: string;
  };
  readonly browser: Readonly<
    Record<
      BrowserProblem,
      {
        readonly title: string;
        readonly text: string;
        /** Where the address no longer opens the session. */
        readonly textWithoutAddress: string;
      }
    >
  >;
  readonly address: {
    readonly label: string;
    readonly copy: string;
    readonly copied: string;
    /** Where the page may not write to the clipboard. */
    readonly copyByHand: string;
    readonly openSafe: string;
  };
  readonly goOnAnyway: string;
  /** What going on costs while the address still opens the session elsewhere. */
  readonly goOnAnywayHint: string;
}
