import type { PersonCapture } from '../../contract/flow.js';
import { ApiError, ConnectionError, SessionOverError } from './api/api-error.js';
import { awaitConnection } from './api/await-connection.js';
import type { CaptureApi } from './api/capture-api.js';
import { followProgress } from './api/follow-progress.js';
import { sendCaptures } from './api/send-captures.js';
import type { LaunchedSession } from './api/wire-types.js';
import type { TakenCapture } from './capture/taken-captures.js';
import type { Ending } from './ending.js';
import { createEntry, type Entry, type EntryOptions } from './entry.js';
import { INITIAL_FLOW, type FlowEvent, type SessionFlow } from './flow-state.js';
import { findCodeFailure } from './handoff/claim-session.js';
import { partOf, type Device } from './handoff/device.js';
import { HandoffDesk } from './handoff/handoff-desk.svelte.js';
import { readStanding } from './handoff/read-standing.js';
import { watchPhone } from './handoff/watch-phone.js';
import type { CaptureSafe } from './keeping/capture-safe.js';
import { createHeldCaptures, type HeldCaptures } from './keeping/held-captures.js';
import { openFailureOf } from './open-session.js';
import { redirectUrl } from './redirect-url.js';
import type { CaptureSource, Screen, ScreenName, Trouble } from './screen.js';
import { advance, canLeave, screenBehind } from './session-flow.js';
import type { Wait } from './wait.js';

export interface SessionOptions extends Omit<EntryOptions, 'api'> {
  readonly api: CaptureApi;
  /** Whether there is a camera that the page could ask for. */
  readonly findCamera: () => Promise<boolean>;
  readonly goTo: (url: string) => void;
  readonly createRequest: () => XMLHttpRequest;
  /** Keeps captures over a reload. */
  readonly safe: CaptureSafe;
  readonly wait: Wait;
  /** Called with each new screen. */
  readonly onScreen?: ((screen: Screen) => void) | undefined;
}

/** What a screen needs of the opened session; never the token. */
export type SessionFacts = Pick<
  LaunchedSession,
  | 'partnerSessionId'
  | 'flow'
  | 'captures'
  | 'userLocale'
  | 'theme'
  | 'partnerTheme'
  | 'launchTheme'
  | 'redirect'
  | 'allowFileUpload'
>;

/** Joins the screens, the rules of `session-flow.ts` and the calls: what a screen starts, runs here. */
export class Session {
  #flow = $state.raw<SessionFlow>(INITIAL_FLOW);
  #facts = $state.raw<SessionFacts | null>(null);
  #uploadShare = $state(0);
  readonly #options: SessionOptions;
  readonly #entry: Entry;
  readonly #held: HeldCaptures;
  /** The hand-off to a phone. */
  readonly desk: HandoffDesk;
  #work = new AbortController();
  /** How often the connection came back in vain. */
  #disappointments = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#entry = createEntry(options);
    const { dispatch } = this;
    this.#held = createHeldCaptures(options.safe);
    this.desk = new HandoffDesk({ ...options, captures: this.#held.taken, dispatch });
  }

  get screen(): Screen {
    return this.#flow.screen;
  }

  /** `null` until the session is open. */
  get facts(): SessionFacts | null {
    return this.#facts;
  }

  /** Whether the partner lets people choose a picture instead of taking one. */
  get mayChooseFile(): boolean {
    return this.#facts?.allowFileUpload ?? false;
  }

  get toTake(): readonly PersonCapture[] {
    return this.#flow.toTake;
  }

  get device(): Device {
    return this.#flow.device;
  }

  /** 0 to 1. */
  get uploadShare(): number {
    return this.#uploadShare;
  }

  get canLeave(): boolean {
    return canLeave(this.screen);
  }

  captureOf(document: PersonCapture): TakenCapture | null {
    return this.#held.taken.get(document) ?? null;
  }

  keepCapture(document: PersonCapture, capture: TakenCapture, source: CaptureSource): void {
    this.#held.take(document, capture);
    this.dispatch({ type: 'CAPTURED', source });
  }

  /** Where an ending leads, or null where the partner gave no address. */
  addressOf(ending: Ending): string | null {
    const facts = this.#facts;
    if (facts === null) return null;
    const { redirect, partnerSessionId } = facts;
    return redirectUrl({ redirect, partnerSessionId, ending });
  }

  readonly dispatch = (event: FlowEvent): void => {
    const { screen } = this;
    const before = screenBehind(screen).name;
    if ('progress' in event) this.#options.safe.useLock(event.progress.captureLock);
    // An answer to a challenge is not looked at: it goes at once, or its two minutes are over.
    if (event.type === 'KEPT' && screen.name === 'REVIEW') this.#held.approve(screen.document);
    if (event.type === 'RESTARTED') void this.#held.forget();
    this.#flow = advance(this.#flow, event);
    const after = screenBehind(this.screen).name;
    if (after !== before) this.#enter(after);
    // The end is told when nothing is kept any more: whoever hears of it may take the page away.
    if (this.screen !== screen && this.screen.name !== 'DONE')
      this.#options.onScreen?.(this.screen);
  };

  /** The connection is back: whatever stopped for want of it goes on by itself. */
  resume(): void {
    const screen = screenBehind(this.screen);
    if (screen.name === 'OPEN_FAILED' && screen.failure === 'NO_CONNECTION') this.reopen();
    if (!('trouble' in screen) || screen.trouble !== 'NO_CONNECTION') return;
    this.dispatch({ type: REPEATED[screen.name] });
  }

  /** Goes on with this device in place of a phone. */
  captureHere(): void {
    const { screen } = this;
    this.dispatch({ type: 'HERE_CHOSEN' });
    if (this.screen !== screen) void this.desk.end();
  }

  /** A camera was plugged in or out. */
  async lookForCamera(): Promise<void> {
    const hasCamera = await this.#options.findCamera();
    this.dispatch({ type: 'DEVICE_KNOWN', device: { ...this.device, hasCamera } });
  }

  reopen(): void {
    this.dispatch({ type: 'OPEN_REPEATED' });
  }

  async open(): Promise<void> {
    const { api, findCamera, wait } = this.#options;
    const hadToken = this.#entry.hasLaunchToken;
    this.#options.safe.prepare();
    try {
      const session = await this.#entry.open();
      this.#facts = factsOf(session);
      const part = partOf(session);
      this.dispatch({ type: 'DEVICE_KNOWN', device: { part, hasCamera: await findCamera() } });
      const standing = await readStanding(api, part);
      const kept = await this.#held.restore(standing.progress);
      this.dispatch({ type: 'OPENED', ...standing, kept });
      const readScreen = (): ScreenName => screenBehind(this.screen).name;
      if (part === 'TOOK_OVER') void watchPhone({ api, wait, readScreen, dispatch: this.dispatch });
    } catch (error) {
      const refusal = findCodeFailure(error);
      if (refusal !== null) this.dispatch({ type: 'CODE_REFUSED', failure: refusal });
      else this.dispatch({ type: 'OPEN_FAILED', failure: openFailureOf(error, hadToken) });
    }
  }

  #enter(name: ScreenName): void {
    this.#work.abort();
    this.#work = new AbortController();
    const { signal } = this.#work;
    if (name === 'OPENING') void this.open();
    if (name === 'UPLOADING') void this.#send(signal);
    if (name === 'CHECKING') void this.#follow(signal);
    if (name === 'UPLOAD_FAILED' || name === 'CHECKING_FAILED') void this.#resumeLater(signal);
    // The phone may put others in their place.
    if (name === 'HANDOFF_FOLLOW') this.#held.sent.clear();
    if (name === 'DONE') this.#leave();
    // Arrived, over or left: whatever comes next is taken anew.
    else if (hasNothingToSend(screenBehind(this.screen))) void this.#held.forget();
    this.desk.enter(screenBehind(this.screen), signal);
  }

  async #send(signal: AbortSignal): Promise<void> {
    const { api, createRequest, wait } = this.#options;
    this.#uploadShare = 0;
    try {
      const outcome = await sendCaptures({
        api,
        captures: this.#held.taken,
        sent: this.#held.sent,
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
      this.#disappointments = 0;
      if (progress !== null) this.dispatch({ type: 'PROGRESSED', progress });
    } catch (error) {
      this.#fail('CHECKING_FAILED', error);
    }
  }

  /** A connection that comes back is found, whether the browser tells or not. */
  async #resumeLater(signal: AbortSignal): Promise<void> {
    const { api, wait } = this.#options;
    const disappointments = this.#disappointments;
    this.#disappointments += 1;
    if (await awaitConnection({ api, wait, signal, disappointments })) this.resume();
  }

  #fail(type: 'UPLOAD_FAILED' | 'CHECKING_FAILED', error: unknown): void {
    if (error instanceof SessionOverError) this.dispatch({ type: 'SESSION_ENDED' });
    else if (isPhoneAtWork(error)) this.dispatch({ type: 'PHONE_AT_WORK' });
    else this.dispatch({ type, trouble: troubleOf(error) });
  }

  #leave(): void {
    const { screen } = this;
    const address = screen.name === 'DONE' ? this.addressOf(screen.ending) : null;
    const leave = (): void => {
      this.#options.onScreen?.(screen);
      this.desk.sayFarewell(() => {
        if (address !== null) this.#options.goTo(address);
      });
    };
    // A page that goes takes what it has not finished with it.
    const emptied = this.#held.forget();
    if (emptied === null) leave();
    else void emptied.then(leave);
  }
}

/** On its way, over, or not to be opened here: no capture of this device waits to be sent. */
function hasNothingToSend(screen: Screen): boolean {
  if (screen.name === 'OPEN_FAILED') return screen.failure.startsWith('LINK_');
  return ['CHECKING', 'RESULT', 'SESSION_OVER', 'HANDED_BACK'].includes(screen.name);
}

/** What another try at a screen's work is asked for with. */
const REPEATED = {
  UPLOAD_FAILED: 'UPLOAD_REPEATED',
  CHECKING_FAILED: 'CHECKING_REPEATED',
  HANDOFF_TROUBLE: 'HANDOFF_REPEATED',
} as const;

function isPhoneAtWork(error: unknown): boolean {
  return error instanceof ApiError && error.reason === 'HANDOFF_IN_PROGRESS';
}

function troubleOf(error: unknown): Trouble {
  return error instanceof ConnectionError ? 'NO_CONNECTION' : 'SERVICE';
}

function factsOf(session: LaunchedSession): SessionFacts {
  const { partnerSessionId, flow, captures, userLocale, redirect, allowFileUpload } = session;
  const { theme, partnerTheme, launchTheme } = session;
  const look = { theme, partnerTheme, launchTheme };
  return { partnerSessionId, flow, captures, userLocale, redirect, allowFileUpload, ...look };
}
