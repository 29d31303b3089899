import { askLaunch, type LaunchRequest } from './ask-launch.js';
import { failed, outcomeOf, type OnCompletion, type Outcome } from './completion.js';
import type { LaunchHandle, LaunchMode, LaunchOptions } from './launch-options.js';
import { hasOverlay, openOverlay, type OverlayTexts } from './overlay.js';
import { isWebAddress } from './parse-address.js';
import { openPopup } from './popup.js';
import { OneKycErrorCode, sdkError, type OneKycError } from './sdk-error.js';
import type { Surface, SurfaceEvents } from './surface.js';
import { startVisit, type Visit } from './visit.js';

const { BAD_CONFIGURATION, MISSING_CORRELATION_ID, CREDENTIAL } = OneKycErrorCode;

const TEXTS = {
  id: { title: 'Verifikasi identitas', close: 'Tutup' },
  en: { title: 'Identity verification', close: 'Close' },
} as const satisfies Record<string, OverlayTexts>;

interface Shown {
  readonly mode: LaunchMode;
  readonly language: 'id' | 'en' | null;
}

/** One launch of a flow, from the click to the one call of `onCompletion`. */
export function launch(
  page: Window,
  flow: string,
  options: LaunchOptions,
  onCompletion: OnCompletion,
): LaunchHandle {
  const { correlationId, token, mode = 'overlay', language = null, theme = null } = options;
  let surface: Surface | null = null;
  let visit: Visit | null = null;
  let isOver = false;

  function finish(outcome: Outcome): void {
    if (isOver) return;
    isOver = true;
    visit?.stop();
    surface?.close();
    onCompletion({ correlationId, ...outcome });
  }

  function leave(): void {
    if (visit === null) finish(outcomeOf('ERROR', 'PENDING'));
    else visit.leave();
  }

  async function run(request: LaunchRequest): Promise<void> {
    const answer = await askLaunch(page, request);
    if (isOver) return;
    if ('error' in answer) finish(failed(answer.error));
    else if (surface === null) page.location.assign(answer.launchUrl);
    else {
      const greeting = { token, theme, language };
      const talk = { page, surface, correlationId, greeting, onOutcome: finish };
      visit = startVisit({ ...talk, launch: answer });
    }
  }

  const events: SurfaceEvents = {
    onGone: leave,
    onLeaveAsked: () => {
      if (visit === null) leave();
      else visit.askToLeave();
    },
  };
  const opened = findProblem(options) ?? openSurface(page, { mode, language }, events);
  if (opened !== null && 'code' in opened) {
    // Later, like every other outcome: the caller has its handle first.
    page.setTimeout(() => {
      finish(failed(opened));
    }, 0);
  } else {
    surface = opened;
    void run({ baseURL: options.baseURL ?? '', flow, mode, correlationId, token });
  }
  return { close: leave };
}

/** Opens at once, within the click. `null` for a redirect, which needs no place. */
function openSurface(
  page: Window,
  { mode, language }: Shown,
  events: SurfaceEvents,
): Surface | OneKycError | null {
  if (mode === 'redirect') return null;
  if (mode === 'popup') return openPopup(page, events) ?? blocked();
  const { document } = page;
  if (hasOverlay(document)) return sdkError(BAD_CONFIGURATION, 'An overlay is open already.');
  return openOverlay(document, TEXTS[language ?? guessLanguage(document)], events);
}

function blocked(): OneKycError {
  return sdkError(BAD_CONFIGURATION, 'The popup was blocked: launch within the click.', 'BLOCKED');
}

const MODES: readonly LaunchMode[] = ['overlay', 'popup', 'redirect'];

/** Partners without TypeScript can pass anything. */
function findProblem(options: LaunchOptions): OneKycError | null {
  const { baseURL, correlationId, token, mode = 'overlay' } = options;
  if (!isWebAddress(baseURL)) return sdkError(BAD_CONFIGURATION, 'Give baseURL as https://host.');
  if (!MODES.includes(mode)) return sdkError(BAD_CONFIGURATION, `Give mode: ${MODES.join(', ')}.`);
  if (!isText(correlationId)) return sdkError(MISSING_CORRELATION_ID, 'Give correlationId.');
  return isText(token) ? null : sdkError(CREDENTIAL, 'Give the user token as token.');
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function guessLanguage({ documentElement }: Document): 'id' | 'en' {
  return documentElement.lang.startsWith('en') ? 'en' : 'id';
}
