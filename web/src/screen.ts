import type { ChallengeAction } from '../../contract/challenge.js';
import type { PersonCapture } from '../../contract/flow.js';
import type { BrowserProblem } from './browser-problem.js';
import type { CameraProblem } from './capture/camera.js';
import type { Ending } from './ending.js';
import type { HandoffScreen } from './handoff/handoff-screen.js';

/** Why the session could not be opened. */
export type OpenFailure =
  | 'LINK_USED'
  | 'LINK_EXPIRED'
  | 'LINK_INVALID'
  /** Opened without a link's token and without a session to continue. */
  | 'LINK_MISSING'
  /** The page of the Web SDK is not registered, does not answer, or its token has ended. */
  | 'NOT_EMBEDDED'
  | 'NO_CONNECTION'
  | 'SERVICE';

/** Why something that was under way stopped; another try may mend it. */
export type Trouble = 'NO_CONNECTION' | 'SERVICE';

/** Where a capture comes from; taking it again leads back there. */
export type CaptureSource = 'CAMERA' | 'FILE';

/** What the person sees; each has one component in `screens/`. */
export type Screen =
  | { readonly name: 'OPENING' }
  /** Before the session is opened, whose link opens it once. */
  | {
      readonly name: 'BROWSER_PROBLEM';
      readonly problem: BrowserProblem;
      /** What to open elsewhere; `null` once the link is used up. */
      readonly address: string | null;
    }
  | { readonly name: 'OPEN_FAILED'; readonly failure: OpenFailure }
  | { readonly name: 'WELCOME' }
  /** After a reload: some captures are kept on this device. */
  | {
      readonly name: 'RESUME';
      /** What comes next. */
      readonly next: PersonCapture;
      /** What the open attempt asks for, kept or not. */
      readonly asked: readonly PersonCapture[];
    }
  | { readonly name: 'GUIDE'; readonly document: PersonCapture }
  | { readonly name: 'CAMERA'; readonly document: PersonCapture }
  | {
      readonly name: 'CAMERA_PROBLEM';
      readonly document: PersonCapture;
      readonly problem: CameraProblem;
      /** No chosen file can stand in for the camera: a movement is asked for. */
      readonly isCameraNeeded: boolean;
    }
  | {
      readonly name: 'REVIEW';
      readonly document: PersonCapture;
      readonly source: CaptureSource;
    }
  | { readonly name: 'UPLOADING' }
  | { readonly name: 'UPLOAD_FAILED'; readonly trouble: Trouble }
  | { readonly name: 'CHECKING' }
  | { readonly name: 'CHECKING_FAILED'; readonly trouble: Trouble }
  | {
      readonly name: 'RETRY';
      readonly document: PersonCapture;
      readonly reasonCode: string | null;
    }
  /** Says which movements are asked for, before the camera opens. */
  | {
      readonly name: 'CHALLENGE';
      readonly document: PersonCapture;
      readonly movements: readonly ChallengeAction[];
      readonly answerBy?: number;
      readonly reasonCode: string | null;
    }
  | {
      readonly name: 'CHALLENGE_CAMERA';
      readonly document: PersonCapture;
      readonly movements: readonly ChallengeAction[];
      readonly answerBy?: number;
    }
  | { readonly name: 'RESULT'; readonly ending: Ending }
  | { readonly name: 'SESSION_OVER' }
  /** Asks whether to leave; `back` is where staying leads. */
  | { readonly name: 'LEAVE'; readonly back: Screen }
  /** The visit is over: the browser goes to the partner, or the person is told to close the page. */
  | { readonly name: 'DONE'; readonly ending: Ending }
  | HandoffScreen;

export type ScreenName = Screen['name'];
