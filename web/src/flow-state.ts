import type { ChallengeAction } from '../../contract/challenge.js';
import type { PersonCapture } from '../../contract/flow.js';
import type { SubmissionProgress } from './api/wire-types.js';
import type { BrowserProblem } from './browser-problem.js';
import type { CameraProblem } from './capture/camera.js';
import type { Device } from './handoff/device.js';
import type { CodeFailure } from './handoff/handoff-screen.js';
import type { CaptureSource, OpenFailure, Screen, ScreenName, Trouble } from './screen.js';

/** Which screen is shown and which captures are still to be taken. Nothing here touches the page. */
export interface SessionFlow {
  readonly screen: Screen;
  /** Captures of the open attempt that are not yet taken and kept, in their order. */
  readonly toTake: readonly PersonCapture[];
  /** What the selfie of the open attempt has to show besides. */
  readonly challenge: AskedChallenge | null;
  readonly device: Device;
  /** The person has begun to capture on this device: a way back to it stays open. */
  readonly isBegun: boolean;
}

export interface AskedChallenge {
  /** In their order. */
  readonly movements: readonly ChallengeAction[];
  /** See `SubmissionProgress`. */
  readonly answerBy?: number;
  readonly reasonCode: string | null;
}

export type FlowEvent =
  | {
      readonly type: 'OPENED';
      readonly progress: SubmissionProgress;
      /** Captures of the open attempt that the device before has sent: nobody takes them again. */
      readonly alreadySent?: readonly PersonCapture[];
      /** Captures of the open attempt that this device has kept over a reload. */
      readonly kept?: readonly PersonCapture[];
    }
  /** Found before the session is opened; the person may go on here all the same. */
  | {
      readonly type: 'BROWSER_DOUBTED';
      readonly problem: BrowserProblem;
      readonly address: string | null;
    }
  | { readonly type: 'BROWSER_ACCEPTED' }
  | { readonly type: 'OPEN_FAILED'; readonly failure: OpenFailure }
  | { readonly type: 'OPEN_REPEATED' }
  | { readonly type: 'CONSENTED' }
  /** After a reload: goes on with what is kept, or begins anew without it. */
  | { readonly type: 'RESUMED' }
  | { readonly type: 'RESTARTED' }
  | { readonly type: 'CAMERA_CHOSEN' }
  | { readonly type: 'CAMERA_FAILED'; readonly problem: CameraProblem }
  /** A picture was taken or a file chosen; it is kept for review. */
  | {
      readonly type: 'CAPTURED';
      readonly document: PersonCapture;
      readonly source: CaptureSource;
    }
  | { readonly type: 'RETAKEN' }
  | { readonly type: 'KEPT' }
  | { readonly type: 'CONFIRMED' }
  /** What was to be sent was taken for an attempt that is over. */
  | { readonly type: 'MOVED_ON'; readonly progress: SubmissionProgress }
  | { readonly type: 'CAPTURES_MISSING'; readonly documents: readonly PersonCapture[] }
  | { readonly type: 'UPLOAD_FAILED'; readonly trouble: Trouble }
  | { readonly type: 'UPLOAD_REPEATED' }
  | { readonly type: 'PROGRESSED'; readonly progress: SubmissionProgress }
  | { readonly type: 'CHECKING_FAILED'; readonly trouble: Trouble }
  | { readonly type: 'CHECKING_REPEATED' }
  | { readonly type: 'RESULT_SEEN' }
  | { readonly type: 'SESSION_ENDED' }
  | { readonly type: 'LEAVE_ASKED' }
  | { readonly type: 'LEAVE_CANCELLED' }
  | { readonly type: 'LEFT' }
  /** Before the session is open, and whenever a camera is plugged in or out. */
  | { readonly type: 'DEVICE_KNOWN'; readonly device: Device }
  /** The person would rather go on with a phone than without the camera. */
  | { readonly type: 'HANDOFF_CHOSEN' }
  /** The status says something new of the hand-off or the submission. */
  | { readonly type: 'HANDOFF_MOVED'; readonly progress: SubmissionProgress }
  /** The hand-off was ended from here. */
  | { readonly type: 'HANDOFF_STOPPED'; readonly progress: SubmissionProgress }
  | { readonly type: 'HANDOFF_FAILED'; readonly trouble: Trouble }
  | { readonly type: 'HANDOFF_REPEATED' }
  | { readonly type: 'CODE_ASKED' }
  | { readonly type: 'HERE_CHOSEN' }
  /** Captures of this device are refused, since a phone has taken over meanwhile. */
  | { readonly type: 'PHONE_AT_WORK' }
  | { readonly type: 'CODE_REFUSED'; readonly failure: CodeFailure };

export const INITIAL_FLOW: SessionFlow = {
  screen: { name: 'OPENING' },
  toTake: [],
  challenge: null,
  device: { part: 'ALONE', hasCamera: true },
  isBegun: false,
};

export function go(flow: SessionFlow, screen: Screen): SessionFlow {
  return { ...flow, screen };
}

export function goFrom(
  flow: SessionFlow,
  from: readonly ScreenName[],
  screen: Screen,
): SessionFlow {
  return from.includes(flow.screen.name) ? go(flow, screen) : flow;
}
