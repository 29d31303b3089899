import type { AccountName } from './accounts.js';
import type { FlowName, SubmissionDetails } from './kenali-client.js';
import type { Callback } from './verify-callback.js';

export type Step = 'token' | 'initiated' | 'opened' | 'returned' | 'callback' | 'details';

export interface TimelineEvent {
  /** ISO 8601. */
  readonly at: string;
  readonly step: Step;
  readonly detail: string;
}

export interface ReceivedCallback {
  readonly webhookId: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly body: Callback;
}

/** What the browser brought back in its address: shown, never believed. */
export interface BroughtBack {
  readonly path: 'success' | 'failure';
  readonly status: string | null;
  readonly errorCode: string | null;
}

export interface SessionNaming {
  readonly partnerSessionId: string;
  /** Null for a session that was started elsewhere and is known from its callback alone. */
  readonly userId: string | null;
  readonly flow: FlowName | null;
  /** Whose credentials it is asked about with. */
  readonly account: AccountName;
  /** Page that the person goes back to, such as `/signup`; null for the page of sessions. */
  readonly page: string | null;
  /** Begun for the Web SDK, which has a user token instead of a launch URL. */
  readonly isEmbedded?: boolean;
}

export interface Session extends SessionNaming {
  readonly timeline: TimelineEvent[];
  launchUrl: string | null;
  returned: BroughtBack | null;
  callback: ReceivedCallback | null;
  details: SubmissionDetails | null;
}

/** A sample keeps its sessions in memory; a real partner has a database. */
export interface SessionStore {
  find(partnerSessionId: string): Session | null;
  add(naming: SessionNaming): Session;
  /** Newest first. */
  list(): readonly Session[];
  note(session: Session, step: Step, detail: string): void;
}

const MAX_SESSIONS = 200;

export function createSessionStore(now: () => Date = () => new Date()): SessionStore {
  const sessions = new Map<string, Session>();
  return {
    find: (partnerSessionId) => sessions.get(partnerSessionId) ?? null,
    add: (naming) => {
      const session = {
        ...naming,
        timeline: [],
        launchUrl: null,
        returned: null,
        callback: null,
        details: null,
      };
      sessions.set(naming.partnerSessionId, session);
      const [oldest] = sessions.keys();
      if (sessions.size > MAX_SESSIONS && oldest !== undefined) sessions.delete(oldest);
      return session;
    },
    list: () => [...sessions.values()].reverse(),
    note: (session, step, detail) => {
      session.timeline.push({ at: now().toISOString(), step, detail });
    },
  };
}
