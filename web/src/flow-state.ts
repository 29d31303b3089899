import type { ChallengeAction } from '../../contract/challenge.js';
import type { PersonCapture } from '../../contract/flow.js';
import type { SubmissionProgress } from './api/wire-types.js';
import type { CameraProblem } from './capture/camera.js';
import type { CaptureSource, OpenFailure, Screen, ScreenName, Trouble } from './screen.js';

/** Which screen is shown and which captures are still to be taken. Nothing here touches the page. */
export interface SessionFlow {
  readonly screen: Screen;
  /** Captures of the open attempt that are not yet taken and kept, in their order. */
  readonly toTake: readonly PersonCapture[];
  /** What the selfie of the open attempt has to show besides. */
  readonly challenge: AskedChallenge | null;
}

export interface AskedChallenge {
  readonly action: ChallengeAction;
  readonly reasonCode: string | null;
}

export type FlowEvent =
  | { readonly type: 'OPENED'; readonly progress: SubmissionProgress }
  | { readonly type: 'OPEN_FAILED'; readonly failure: OpenFailure }
  | { readonly type: 'OPEN_REPEATED' }
  | { readonly type: 'CONSENTED' }
  | { readonly type: 'CAMERA_CHOSEN' }
  | { readonly type: 'CAMERA_FAILED'; readonly problem: CameraProblem }
  /** A picture was taken or a file chosen; it is kept for review. */
  | { readonly type: 'CAPTURED'; readonly source: CaptureSource }
  | { readonly type: 'RETAKEN' }
  | { readonly type: 'KEPT' }
  | { readonly type: 'CONFIRMED' }
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
  | { readonly type: 'LEFT' };

export const INITIAL_FLOW: SessionFlow = {
  screen: { name: 'OPENING' },
  toTake: [],
  challenge: null,
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
