/** Why this browser shows the page and can take no picture, where another would. */
export type BrowserProblem =
  /** Inside of another app, whose window opens no camera. */
  | 'IN_APP'
  /** Not https and not localhost. */
  | 'INSECURE';

export interface BrowserFacts {
  readonly isSecureContext: boolean;
  /** Whether the page can ask for a camera at all. */
  readonly hasMediaDevices: boolean;
  readonly userAgent: string;
}

/**
 * Marks of apps that show pages in a window of their own, and of Android's and iOS's windows for
 * that. A mark alone says nothing, since many of them do open the camera.
 */
const IN_APP_MARKS: readonly RegExp[] = [
  /\bFB(AN|AV|_IAB)\b/,
  /\bInstagram\b/,
  /\bLine\//,
  /\bWhatsApp\b/,
  /\bMicroMessenger\b/,
  /\b(TikTok|musical_ly|BytedanceWebview|trill)/i,
  /\bTwitter(Android| for)\b/,
  /\bLinkedInApp\b/,
  /\bSnapchat\b/,
  /\bGSA\//,
  /; wv\)/,
  // Safari names itself on an iPhone, a window inside of an app does not.
  /\b(iPhone|iPad|iPod)\b(?!.*\bSafari\/)/,
];

/** `null` where the camera may be asked for, or where no other browser would help. */
export function findBrowserProblem(facts: BrowserFacts): BrowserProblem | null {
  if (!facts.isSecureContext) return 'INSECURE';
  if (facts.hasMediaDevices) return null;
  return IN_APP_MARKS.some((mark) => mark.test(facts.userAgent)) ? 'IN_APP' : null;
}

export interface LinkFacts {
  readonly href: string;
  /** It carries what opens a session once. */
  readonly isUnused: boolean;
}

/** The address that opens the session elsewhere; `null` once what it carried is used up. */
export function addressElsewhere(
  problem: BrowserProblem,
  { href, isUnused }: LinkFacts,
): string | null {
  if (!isUnused) return null;
  return problem === 'INSECURE' ? href.replace(/^http:/, 'https:') : href;
}
