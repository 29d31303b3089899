import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountName, KenaliAccounts } from './accounts.js';
import type { KenaliClient, SubmissionDetails } from './kenali-client.js';
import type { Session, SessionStore } from './session-store.js';
import type { VerifiedCallback } from './verify-callback.js';

export interface CallbackInbox {
  /** Takes a callback once, however often it is delivered, and works on it in the background. */
  take(callback: VerifiedCallback): void;
}

export interface InboxDeps {
  readonly accounts: KenaliAccounts;
  readonly sessions: SessionStore;
  /** Milliseconds before each further try to ask Kenali. */
  readonly retryDelaysMs?: readonly number[];
}

/** More ids than callbacks that can still be retried. */
const MAX_REMEMBERED_IDS = 1_000;

const RETRY_DELAYS_MS: readonly number[] = [1_000, 5_000, 30_000];

/** With a database, store the callback before it is answered and work on what is stored. */
export function createCallbackInbox(deps: InboxDeps): CallbackInbox {
  const seen = new Set<string>();
  return {
    take(callback) {
      if (seen.has(callback.webhookId)) return;
      remember(seen, callback.webhookId);
      void work(deps, callback);
    },
  };
}

async function work(deps: InboxDeps, callback: VerifiedCallback): Promise<void> {
  const session = await findSession(deps, callback);
  if (session === null) {
    console.error('A callback could not be matched to a session: Kenali does not answer.');
    return;
  }
  const { webhookId, body } = callback;
  session.callback = { webhookId, receivedAt: new Date().toISOString(), body };
  deps.sessions.note(session, 'callback', 'received, signature verified');
  const details = await readDetails(deps, body.submissionId, [session.account]);
  // The details of an earlier request may be there already: they are of an open submission.
  session.details = details?.answer ?? session.details;
  deps.sessions.note(session, 'details', details === null ? 'not fetched' : 'fetched');
}

/** A minimal callback names the submission alone: its details name our session. */
async function findSession(deps: InboxDeps, { body }: VerifiedCallback): Promise<Session | null> {
  const { sessions } = deps;
  const known = sessions.find(body.partnerSessionId ?? '');
  if (known !== null) return known;
  const asked =
    body.partnerSessionId === undefined
      ? await readDetails(deps, body.submissionId, ['main', 'sandbox', 'face'])
      : { answer: { partnerSessionId: body.partnerSessionId }, account: 'main' as const };
  if (asked === null) return null;
  const { partnerSessionId } = asked.answer;
  return (
    sessions.find(partnerSessionId) ??
    sessions.add({ partnerSessionId, userId: null, flow: null, account: asked.account, page: null })
  );
}

/** Asks with each account in turn, and all again after a pause. Null when every try failed. */
async function readDetails(
  { accounts, retryDelaysMs = RETRY_DELAYS_MS }: InboxDeps,
  submissionId: string,
  names: readonly AccountName[],
): Promise<{ answer: SubmissionDetails; account: AccountName } | null> {
  for (const delayMs of [0, ...retryDelaysMs]) {
    if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
    for (const account of names) {
      const answer = await tryDetails(accounts[account], submissionId);
      if (answer !== null) return { answer, account };
    }
  }
  return null;
}

async function tryDetails(
  kenali: KenaliClient | null,
  submissionId: string,
): Promise<SubmissionDetails | null> {
  try {
    return (await kenali?.readDetails({ submissionId })) ?? null;
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'unknown error');
    return null;
  }
}

function remember(seen: Set<string>, webhookId: string): void {
  seen.add(webhookId);
  const [oldest] = seen;
  if (seen.size > MAX_REMEMBERED_IDS && oldest !== undefined) seen.delete(oldest);
}
