import { randomUUID } from 'node:crypto';
import { clientOf, type AccountName, type KenaliAccounts } from './accounts.js';
import type { FlowName } from './kenali-client.js';
import type { Session, SessionStore } from './session-store.js';

export interface SessionDeps {
  readonly accounts: KenaliAccounts;
  readonly sessions: SessionStore;
}

export interface SessionPlan {
  readonly flow: FlowName;
  readonly account: AccountName;
  /** Page that the person goes back to; null for the page of sessions. */
  readonly page: string | null;
  /** A real partner has its own id of the person; left out, one is invented. */
  readonly userId?: string;
}

/**
 * Token and initiate: the first two of the five calls. A new session id each time, so a person who
 * tries again gets a new session.
 *
 * @throws KenaliError, NoCredentials
 */
export async function startSession(
  { accounts, sessions }: SessionDeps,
  { flow, account, page, userId = `shop-user-${randomUUID()}` }: SessionPlan,
): Promise<Session> {
  const kenali = clientOf(accounts, account);
  const names = { partnerSessionId: randomUUID(), userId };
  await kenali.authenticate();
  const session = sessions.add({ ...names, flow, account, page });
  sessions.note(session, 'token', 'partner token at hand');
  const { launchUrl, expiresAtMs } = await kenali.initiateFlow(names, flow);
  session.launchUrl = launchUrl;
  const minutes = Math.round((expiresAtMs - Date.now()) / 60_000);
  sessions.note(session, 'initiated', `${flow}, launch URL valid for ${String(minutes)} minutes`);
  return session;
}
