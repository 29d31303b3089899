import { ApiError } from '../api/api-error.js';
import type { CaptureApi } from '../api/capture-api.js';
import { followProgress } from '../api/follow-progress.js';
import { tryAgain } from '../api/try-again.js';
import type { OpenedHandoff, SubmissionProgress } from '../api/wire-types.js';
import { failureEvent } from '../failure-event.js';
import type { FlowEvent } from '../flow-state.js';
import type { HeldCaptures } from '../keeping/held-captures.js';
import type { Screen } from '../screen.js';
import type { Wait } from '../wait.js';
import type { FollowScreen } from './handoff-screen.js';
import { sendAhead } from './send-ahead.js';

export interface HandoffDeskOptions {
  readonly api: Pick<
    CaptureApi,
    'openHandoff' | 'endHandoff' | 'readProgress' | 'readUploadTargets'
  >;
  readonly wait: Wait;
  readonly createRequest: () => XMLHttpRequest;
  /** What the desktop has taken itself. */
  readonly held: Pick<HeldCaptures, 'taken' | 'useLock'>;
  readonly dispatch: (event: FlowEvent) => void;
}

/**
 * How often a code that nobody scanned is replaced by itself: with ten minutes each, half an hour.
 * After that nobody is there, and a button asks for the next.
 */
const MAX_RENEWALS = 2;

/** How long leaving waits for the end of a hand-off to be told. */
const FAREWELL_MS = 1_500;

/** What a hand-off does besides its screens: shows codes, follows the phone, and ends it. */
export class HandoffDesk {
  #code = $state.raw<OpenedHandoff | null>(null);
  #isStopping = $state(false);
  #isOpen = false;
  readonly #options: HandoffDeskOptions;

  constructor(options: HandoffDeskOptions) {
    this.#options = options;
  }

  /** `null` until the first is there. */
  get code(): OpenedHandoff | null {
    return this.#code;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Does what a screen of a hand-off begins with. */
  enter(screen: Screen, signal: AbortSignal): void {
    if (screen.name === 'HANDOFF_CODE') void this.showCode(signal);
    if (screen.name === 'HANDOFF_FOLLOW') void this.followPhone(screen.state, signal);
    if (screen.name === 'HANDED_BACK' && screen.how === 'STOPPED_HERE') void this.end();
  }

  /** Shows a code, and the next when it has expired, until a phone comes. */
  async showCode(signal: AbortSignal): Promise<void> {
    const { wait, dispatch } = this.#options;
    this.#code = null;
    await sendAhead({ ...this.#options, signal });
    try {
      for (let renewals = 0; ; renewals += 1) {
        const code = await tryAgain(() => this.#open(), { wait, signal });
        // Whoever has gone on without a phone meanwhile wants no code that is good.
        if (signal.aborted) {
          await this.end();
          return;
        }
        this.#code = code;
        const progress = await this.#follow(signal, ({ handoff }) => handoff !== 'WAITING');
        if (progress === null) return;
        if (renewals < MAX_RENEWALS && isUnused(progress)) continue;
        dispatch({ type: 'HANDOFF_MOVED', progress });
        return;
      }
    } catch (error) {
      if (!signal.aborted) await this.#fail(error);
    }
  }

  /** Tells of every change until the screen is another. */
  async followPhone(state: FollowScreen['state'], signal: AbortSignal): Promise<void> {
    const { dispatch } = this.#options;
    this.#isOpen = true;
    let known: SubmissionProgress['handoff'] = state;
    try {
      while (!signal.aborted) {
        const progress = await this.#follow(signal, ({ handoff }) => handoff !== known);
        // What is stopped from here is told by who stops it.
        if (progress === null || this.#isStopping) return;
        known = progress.handoff;
        dispatch({ type: 'HANDOFF_MOVED', progress });
      }
    } catch (error) {
      if (!signal.aborted) await this.#fail(error);
    }
  }

  /** Takes the session back from the phone. */
  async stop(): Promise<void> {
    const { api, dispatch } = this.#options;
    this.#isStopping = true;
    try {
      await api.endHandoff();
      this.#isOpen = false;
      dispatch({ type: 'HANDOFF_STOPPED', progress: await api.readProgress() });
    } catch (error) {
      await this.#fail(error);
    } finally {
      this.#isStopping = false;
    }
  }

  /** Ends what may be open. That it fails stops nobody: a code ends by itself as well. */
  async end(): Promise<void> {
    this.#code = null;
    this.#isOpen = false;
    try {
      await this.#options.api.endHandoff();
    } catch {
      // Told by the next call, or by nobody.
    }
  }

  /** Before the page is left: ends what is open, without keeping the person waiting for long. */
  sayFarewell(leave: () => void): void {
    if (!this.#isOpen) leave();
    else void Promise.race([this.end(), this.#options.wait(FAREWELL_MS)]).then(leave);
  }

  async #open(): Promise<OpenedHandoff> {
    const code = await this.#options.api.openHandoff();
    this.#isOpen = true;
    return code;
  }

  /** Asks until the submission has ended or there is news of the hand-off. */
  async #follow(
    signal: AbortSignal,
    isNews: (progress: SubmissionProgress) => boolean,
  ): Promise<SubmissionProgress | null> {
    const { api, wait } = this.#options;
    const isAwaited = (progress: SubmissionProgress): boolean =>
      progress.status !== 'IN_PROGRESS' || isNews(progress);
    const progress = await followProgress({ api, wait, signal, isAwaited });
    if (progress !== null) this.#isOpen = isOpen(progress);
    return progress;
  }

  async #fail(error: unknown): Promise<void> {
    const { api, dispatch } = this.#options;
    if (error instanceof ApiError && error.reason === 'SUBMISSION_ALREADY_FINISHED') {
      const progress = await api.readProgress().catch(() => null);
      if (progress !== null && progress.status !== 'IN_PROGRESS') {
        dispatch({ type: 'HANDOFF_MOVED', progress });
        return;
      }
    }
    dispatch(failureEvent('HANDOFF_FAILED', error));
  }
}

function isOpen({ status, handoff }: SubmissionProgress): boolean {
  return status === 'IN_PROGRESS' && handoff !== null && handoff !== 'ENDED';
}

/** Nobody came in time, and captures are still due. */
function isUnused(progress: SubmissionProgress): boolean {
  return progress.status === 'IN_PROGRESS' && !isOpen(progress) && progress.captures.length > 0;
}
