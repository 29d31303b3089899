import type { PersonCapture } from '../../contract/flow.js';
import { ConnectionError, SessionOverError } from './api/api-error.js';
import type { CaptureApi } from './api/capture-api.js';
import { followProgress } from './api/follow-progress.js';
import { sendCaptures } from './api/send-captures.js';
import type { LaunchedSession } from './api/wire-types.js';
import { createTakenCaptures, type TakenCapture } from './capture/taken-captures.js';
import type { Ending } from './ending.js';
import { INITIAL_FLOW, type FlowEvent, type SessionFlow } from './flow-state.js';
import { openFailureOf, openSession } from './open-session.js';
import { redirectUrl } from './redirect-url.js';
import type { CaptureSource, Screen, ScreenName, Trouble } from './screen.js';
import { advance, canLeave, screenBehind } from './session-flow.js';
import type { Wait } from './wait.js';

export interface SessionOptions {
  readonly api: CaptureApi;
  readonly launchToken: string | null;
  /** Takes the launch token out of the address bar and the browser's history. */
  readonly dropFragment: () => void;
  readonly goTo: (url: string) => void;
  readonly createRequest: () => XMLHttpRequest;
  readonly wait: Wait;
}

/** What a screen needs of the opened session; never the token. */
export type SessionFacts = Pick<
  LaunchedSession,
  'partnerSessionId' | 'flow' | 'captures' | 'userLocale' | 'theme' | 'redirect'
>;

/** Joins the screens, the rules of `session-flow.ts` and the calls: what a screen starts, runs here. */
export class Session {
  #flow = $state.raw<SessionFlow>(INITIAL_FLOW);
  #facts = $state.raw<SessionFacts | null>(null);
  #uploadShare = $state(0);
  readonly #options: SessionOptions;
  #launchToken: string | null;
  readonly #captures = createTakenCaptures();
  #work = new AbortController();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#launchToken = options.launchToken;
  }

  get screen(): Screen {
    return this.#flow.screen;
  }

  /** `null` until the session is open. */
  get facts(): SessionFacts | null {
    return this.#facts;
  }

  get toTake(): readonly PersonCapture[] {
    return this.#flow.toTake;
  }

  /** 0 to 1. */
  get uploadShare(): number {
    return this.#uploadShare;
  }

  get canLeave(): boolean {
    return canLeave(this.screen);
  }

  captureOf(document: PersonCapture): TakenCapture | null {
    return this.#captures.get(document) ?? null;
  }

  keepCapture(document: PersonCapture, capture: TakenCapture, source: CaptureSource): void {
    this.#captures.set(document, capture);
    this.dispatch({ type: 'CAPTURED', source });
  }

  /** Where an ending leads, or null where the partner gave no address. */
  addressOf(ending: Ending): string | null {
    const facts = this.#facts;
    if (facts === null) return null;
    const { redirect, partnerSessionId } = facts;
    return redirectUrl({ redirect, partnerSessionId, ending });
  }

  dispatch(event: FlowEvent): void {
    const before = screenBehind(this.screen).name;
    this.#flow = advance(this.#flow, event);
    const after = screenBehind(this.screen).name;
    if (after !== before) this.#enter(after);
  }

  /** The connection is back: whatever stopped for want of it goes on by itself. */
  resume(): void {
    const screen = screenBehind(this.screen);
    if (screen.name === 'OPEN_FAILED' && screen.failure === 'NO_CONNECTION') this.reopen();
    if (!('trouble' in screen) || screen.trouble !== 'NO_CONNECTION') return;
    const isUpload = screen.name === 'UPLOAD_FAILED';
    this.dispatch({ type: isUpload ? 'UPLOAD_REPEATED' : 'CHECKING_REPEATED' });
  }

  reopen(): void {
    this.dispatch({ type: 'OPEN_REPEATED' });
  }

  async open(): Promise<void> {
    const launchToken = this.#launchToken;
    try {
      const session = await openSession({
        api: this.#options.api,
        launchToken,
        forgetToken: () => {
          this.#launchToken = null;
          this.#options.dropFragment();
        },
      });
      this.#facts = factsOf(session);
      const progress = await this.#options.api.readProgress();
      this.dispatch({ type: 'OPENED', progress });
    } catch (error) {
      const failure = openFailureOf(error, launchToken !== null);
      this.dispatch({ type: 'OPEN_FAILED', failure });
    }
  }

  #enter(name: ScreenName): void {
    this.#work.abort();
    this.#work = new AbortController();
    const { signal } = this.#work;
    if (name === 'OPENING') void this.open();
    if (name === 'UPLOADING') void this.#send(signal);
    if (name === 'CHECKING') {
      // They have arrived: whatever comes next is taken anew.
      this.#captures.clear();
      void this.#follow(signal);
    }
    if (name === 'DONE') this.#leave();
  }

  async #send(signal: AbortSignal): Promise<void> {
    const { api, createRequest, wait } = this.#options;
    this.#uploadShare = 0;
    try {
      const outcome = await sendCaptures({
        api,
        captures: this.#captures,
        createRequest,
        wait,
        signal,
        onProgress: (share) => {
          this.#uploadShare = share;
        },
      });
      if (outcome.kind === 'CONFIRMED') this.dispatch({ type: 'CONFIRMED' });
      else this.dispatch({ type: 'CAPTURES_MISSING', documents: outcome.documents });
    } catch (error) {
      this.#fail('UPLOAD_FAILED', error);
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { api, wait } = this.#options;
    try {
      const progress = await followProgress({ api, wait, signal });
      if (progress !== null) this.dispatch({ type: 'PROGRESSED', progress });
    } catch (error) {
      this.#fail('CHECKING_FAILED', error);
    }
  }

  #fail(type: 'UPLOAD_FAILED' | 'CHECKING_FAILED', error: unknown): void {
    if (error instanceof SessionOverError) this.dispatch({ type: 'SESSION_ENDED' });
    else this.dispatch({ type, trouble: troubleOf(error) });
  }

  #leave(): void {
    const { screen } = this;
    const address = screen.name === 'DONE' ? this.addressOf(screen.ending) : null;
    this.#captures.clear();
    if (address !== null) this.#options.goTo(address);
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof ConnectionError ? 'NO_CONNECTION' : 'SERVICE';
}

function factsOf(session: LaunchedSession): SessionFacts {
  const { partnerSessionId, flow, captures, userLocale, theme, redirect } = session;
  return { partnerSessionId, flow, captures, userLocale, theme, redirect };
}
