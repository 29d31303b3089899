import type { PersonCapture } from '../../contract/flow.js';
import type { CaptureApi } from './api/capture-api.js';
import { beginSession } from './begin-session.js';
import { awaitsCapture } from './capture-steps.js';
import type { TakenCapture } from './capture/taken-captures.js';
import { createConnectionWatch, type ConnectionWatch } from './connection-watch.js';
import type { Ending } from './ending.js';
import { createEntry, type Entry, type EntryOptions } from './entry.js';
import { INITIAL_FLOW, type FlowEvent, type SessionFlow } from './flow-state.js';
import { followCheck } from './follow-check.js';
import type { Device } from './handoff/device.js';
import { HandoffDesk } from './handoff/handoff-desk.svelte.js';
import type { CaptureSafe } from './keeping/capture-safe.js';
import { heedEvent } from './keeping/follow-flow.js';
import { createHeldCaptures, type HeldCaptures } from './keeping/held-captures.js';
import { leavePage } from './leave-page.js';
import { redirectUrl } from './redirect-url.js';
import { findRepeatEvent } from './repeat-event.js';
import { createScreenWork, type DoneScreen } from './screen-work.js';
import type { CaptureSource, Screen } from './screen.js';
import { Sending } from './sending.svelte.js';
import { factsOf, type SessionFacts } from './session-facts.js';
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

/** What the page and its screens may ask of a session; joins the rules of the flow and the work. */
export class Session {
  #flow = $state.raw<SessionFlow>(INITIAL_FLOW);
  #facts = $state.raw<SessionFacts | null>(null);
  readonly #options: SessionOptions;
  readonly #entry: Entry;
  readonly #connection: ConnectionWatch;
  readonly #held: HeldCaptures;
  readonly #sending: Sending;
  /** The hand-off to a phone. */
  readonly desk: HandoffDesk;
  /** Starts what a new screen stands for. */
  readonly #enter: (screen: Screen) => void;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#entry = createEntry(options);
    const { dispatch } = this;
    const held = createHeldCaptures(options.safe);
    const sending = new Sending({ ...options, held, dispatch });
    const desk = new HandoffDesk({ ...options, held, dispatch });
    const connection = createConnectionWatch({
      ...options,
      // Before the session is open nothing can be asked: to open it is the look.
      look: () => (this.#facts === null ? Promise.resolve() : options.api.readProgress()),
      onBack: () => {
        this.resume();
      },
    });
    this.#enter = createScreenWork({
      held,
      desk,
      open: () => this.open(),
      send: (signal) => sending.send(signal),
      follow: (signal) => followCheck({ ...options, dispatch }, signal),
      watchConnection: connection.start,
      leave: (screen) => {
        this.#leave(screen);
      },
    });
    this.#connection = connection;
    this.#held = held;
    this.#sending = sending;
    this.desk = desk;
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

  get isBegun(): boolean {
    return this.#flow.isBegun;
  }

  /** 0 to 1. */
  get uploadShare(): number {
    return this.#sending.share;
  }

  get canLeave(): boolean {
    return canLeave(this.screen);
  }

  captureOf(document: PersonCapture): TakenCapture | null {
    return this.#held.taken.get(document) ?? null;
  }

  /** A picture that comes when the person has gone on is dropped: they would send it unseen. */
  keepCapture(document: PersonCapture, capture: TakenCapture, source: CaptureSource): void {
    if (!awaitsCapture(screenBehind(this.screen), document)) return;
    this.#held.take(document, capture);
    this.dispatch({ type: 'CAPTURED', document, source });
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
    heedEvent(this.#held, event, screen);
    // The service has answered.
    if ('progress' in event) this.#connection.reset();
    this.#flow = advance(this.#flow, event);
    const behind = screenBehind(this.screen);
    if (behind.name !== before) this.#enter(behind);
    // The end is told when nothing is kept any more, see `leavePage`.
    if (this.screen !== screen && this.screen.name !== 'DONE')
      this.#options.onScreen?.(this.screen);
  };

  async open(): Promise<void> {
    await beginSession({
      ...this.#options,
      entry: this.#entry,
      held: this.#held,
      dispatch: this.dispatch,
      readScreen: () => screenBehind(this.screen).name,
      onOpened: (session) => {
        this.#facts = factsOf(session);
      },
    });
  }

  /** The connection is back: whatever stopped for want of it goes on by itself. */
  resume(): void {
    const event = findRepeatEvent(screenBehind(this.screen));
    if (event !== null) this.dispatch(event);
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

  #leave(screen: DoneScreen): void {
    const { goTo, onScreen } = this.#options;
    const address = this.addressOf(screen.ending);
    leavePage({
      held: this.#held,
      desk: this.desk,
      tellEnd: () => onScreen?.(screen),
      goAway: () => {
        if (address !== null) goTo(address);
      },
    });
  }
}
