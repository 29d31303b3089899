import { member, text, type Launch } from './ask-launch.js';
import { failed, outcomeOf, type Outcome } from './completion.js';
import { OneKycErrorCode, sdkError } from './sdk-error.js';
import type { Surface } from './surface.js';

export interface VisitOptions {
  readonly page: Window;
  readonly surface: Surface;
  readonly launch: Launch;
  readonly correlationId: string;
  /** What the capture app begins with, and again after a reload of its frame. */
  readonly greeting: Readonly<Record<string, unknown>>;
  readonly onOutcome: (outcome: Outcome) => void;
}

export interface Visit {
  /** Has the capture app ask whether to leave; ends at once where it cannot, and the second time. */
  askToLeave(): void;
  /** How it stands when the surface is gone: as the app told last, else the person left. */
  leave(): void;
  /** Stops listening. */
  stop(): void;
}

/** From a frame that loads nothing of ours there comes no word: framing refused, or no connection. */
const FIRST_WORD_MS = 20_000;

/**
 * Talks with the capture app in a frame or popup: by messages to its origin alone, from its window
 * and origin alone.
 */
export function startVisit(options: VisitOptions): Visit {
  const { page, surface, launch, correlationId, greeting, onOutcome } = options;
  const { origin } = new URL(launch.launchUrl);
  /** Whether the capture app can ask the person: its session is open and under way. */
  let canAsk = false;
  let last: Outcome = outcomeOf('ERROR', 'PENDING');

  const silence = page.setTimeout(() => {
    const message = 'The capture app did not load: is this page framed itself?';
    onOutcome(failed(sdkError(OneKycErrorCode.NETWORK, message)));
  }, FIRST_WORD_MS);

  function send(message: Readonly<Record<string, unknown>>): void {
    surface.window()?.postMessage({ source: 'onekyc-sdk', ...message }, origin);
  }

  function listen(event: MessageEvent<unknown>): void {
    const { data } = event;
    if (event.origin !== origin || event.source !== surface.window()) return;
    if (member(data, 'source') !== 'onekyc') return;
    page.clearTimeout(silence);
    const type = member(data, 'type');
    if (type === 'onekyc.ready') {
      // A page that was loaded again has nothing yet that it could ask about, and may never come to it.
      if (member(data, 'again') !== true) canAsk = false;
      send({ type: 'onekyc.begin', correlationId, ...greeting });
      return;
    }
    if (member(data, 'partner_session_id') !== correlationId) return;
    const status = member(data, 'status');
    const told = outcomeOf(status, text(member(data, 'error_code')), launch.submissionId);
    if (type === 'onekyc.completed' || type === 'onekyc.error') onOutcome(told);
    else if (type === 'onekyc.step') {
      const isOpen = status === 'IN_PROGRESS';
      // While it asks already, who presses again means it.
      canAsk = isOpen && member(data, 'step') !== 'LEAVE';
      if (!isOpen) last = told;
    }
  }

  page.addEventListener('message', listen);
  surface.show(launch.launchUrl);
  return {
    askToLeave() {
      if (canAsk) send({ type: 'onekyc.leave' });
      else onOutcome(last);
      // Who asks again is not asked again: a page that hangs must not hold anybody.
      canAsk = false;
    },
    leave() {
      onOutcome(last);
    },
    stop() {
      page.clearTimeout(silence);
      page.removeEventListener('message', listen);
    },
  };
}
