import type { SubmissionProgress } from '../api/wire-types.js';
import type { Trouble } from '../screen.js';

/** Why a phone cannot take over with the QR picture that it scanned. */
export type CodeFailure =
  | 'CODE_USED'
  | 'CODE_EXPIRED'
  | 'CODE_INVALID'
  /** The submission has ended meanwhile. */
  | 'CODE_FINISHED'
  /** This phone had taken over before, and either side ended that. */
  | 'HANDOFF_ENDED';

/** On the phone: why it has no more to do. */
export type HandedBack = 'COMPLETED' | 'FAILED' | 'STOPPED_HERE' | 'STOPPED_THERE';

/** Shows the QR picture and waits for a phone. */
export interface CodeScreen {
  readonly name: 'HANDOFF_CODE';
}

/** Follows the phone that has taken over. */
export interface FollowScreen {
  readonly name: 'HANDOFF_FOLLOW';
  readonly state: 'OPENED' | 'CAPTURED';
}

/** The phone's turn is over without its captures. */
export interface EndedScreen {
  readonly name: 'HANDOFF_ENDED';
  /** Which side ended it, or that nobody scanned the picture for a long time. */
  readonly why: 'PHONE' | 'HERE' | 'EXPIRED';
  /** What is asked for now. */
  readonly progress: SubmissionProgress;
}

export type HandoffScreen =
  | CodeScreen
  | FollowScreen
  | EndedScreen
  | {
      readonly name: 'HANDOFF_TROUBLE';
      readonly trouble: Trouble;
      /** What another try goes on with. */
      readonly back: CodeScreen | FollowScreen;
    }
  | { readonly name: 'HANDED_BACK'; readonly how: HandedBack }
  | { readonly name: 'CODE_REFUSED'; readonly failure: CodeFailure };
