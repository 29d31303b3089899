import type { CodeFailure, EndedScreen, HandedBack } from '../handoff/handoff-screen.js';

export interface NoticeText {
  readonly title: string;
  readonly text: string;
}

/** Beside the dictionaries, since it is loaded with the screens of a hand-off. */
export interface HandoffText {
  readonly code: {
    readonly title: string;
    /** Why the phone: the device must hand over, or has no camera that can be used. */
    readonly why: { readonly must: string; readonly noCamera: string; readonly chosen: string };
    readonly steps: readonly string[];
    /** What a screen reader calls the picture. */
    readonly picture: string;
    readonly preparing: string;
    /** Told once the picture is there. */
    readonly waiting: string;
    readonly expiresIn: (time: string) => string;
    readonly other: {
      readonly title: string;
      readonly text: string;
      readonly copy: string;
      readonly copied: string;
      /** Where the browser does not let the page copy. */
      readonly copyByHand: string;
    };
  };
  readonly follow: Readonly<Record<'OPENED' | 'CAPTURED', NoticeText>>;
  readonly track: readonly [string, string, string];
  readonly stop: string;
  readonly ended: Readonly<Record<EndedScreen['why'], NoticeText>>;
  /** Added where this computer can take over. */
  readonly orHere: string;
  readonly newCode: string;
  readonly useCamera: string;
  readonly goOnHere: string;
  readonly trouble: Readonly<Record<'NO_CONNECTION' | 'SERVICE', NoticeText>>;
  /** On the phone. */
  readonly handedBack: Readonly<Record<HandedBack, NoticeText>>;
  readonly refused: Readonly<Record<CodeFailure, NoticeText>>;
}
