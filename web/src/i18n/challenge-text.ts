import type { ChallengeAction } from '../../../contract/challenge.js';

/** The words for a movement. Left and right are the person's own. */
export interface ActionText {
  /** Names the movement, as a heading and at the moment it is to be made. */
  readonly title: string;
  readonly how: string;
  /** What to do better after a movement that was not seen. */
  readonly better: string;
}

/** Beside the dictionaries, since it is loaded with the screens of a challenge. */
export interface ChallengeText {
  readonly kicker: string;
  readonly actions: Readonly<Record<ChallengeAction, ActionText>>;
  /** Where movements follow each other; the words of each name it. */
  readonly several: ActionText;
  readonly tips: readonly string[];
  readonly why: string;
  readonly open: string;
  readonly camera: {
    readonly hint: string;
    readonly start: string;
    /** Said once, when the countdown begins. */
    readonly ready: string;
    /** Before the name of a movement that follows another. */
    readonly next: string;
    readonly progress: string;
    readonly recorded: string;
    /** The time for the answer is over before it began. */
    readonly late: string;
  };
}
