import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from './client.js';
import { holdsSession, isRepeatable } from './repeated-entry.js';
import { browserSession, launchToken } from './schema/browser-entry.js';
import { guardStore } from './store-error.js';

export interface NewLaunchToken {
  /** SHA-256 hex of the token. */
  readonly tokenHash: string;
  readonly submissionId: string;
  readonly expiresAt: Date;
}

export interface BrowserSession {
  /** SHA-256 hex of the cookie's secret. */
  readonly secretHash: string;
  readonly submissionId: string;
  readonly expiresAt: Date;
  /** Set for a phone that took over. */
  readonly handoffId: string | null;
}

export interface LaunchExchange {
  readonly tokenHash: string;
  readonly now: Date;
  /** Stored in the same transaction that uses the token up. */
  readonly session: BrowserSession;
}

export type LaunchExchangeOutcome = 'EXCHANGED' | 'ALREADY_USED' | 'EXPIRED' | 'UNKNOWN';

/** Ways into the capture app. Holds hashes only. */
export interface BrowserEntryStore {
  addLaunchToken(token: NewLaunchToken): Promise<void>;
  /** Of two browsers at the same moment one alone succeeds; the same one may repeat it, see `repeated-entry.ts`. */
  exchangeLaunchToken(exchange: LaunchExchange): Promise<LaunchExchangeOutcome>;
  findBrowserSession(secretHash: string): Promise<BrowserSession | null>;
}

export function createBrowserEntryStore(database: Database): BrowserEntryStore {
  return {
    addLaunchToken: (token) =>
      guardStore('adding a launch token', async () => {
        await database.insert(launchToken).values(token);
      }),

    exchangeLaunchToken: (exchange) =>
      guardStore('exchanging a launch token', () => exchangeLaunchToken(database, exchange)),

    findBrowserSession: (secretHash) =>
      guardStore('finding a browser session', async () => {
        const [row] = await database
          .select()
          .from(browserSession)
          .where(eq(browserSession.secretHash, secretHash));
        return row ?? null;
      }),
  };
}

function exchangeLaunchToken(
  database: Database,
  { tokenHash, now, session }: LaunchExchange,
): Promise<LaunchExchangeOutcome> {
  const isToken = and(
    eq(launchToken.tokenHash, tokenHash),
    eq(launchToken.submissionId, session.submissionId),
  );
  return database.transaction(async (tx) => {
    const used = await tx
      .update(launchToken)
      .set({ exchangedAt: now })
      .where(and(isToken, isNull(launchToken.exchangedAt), gt(launchToken.expiresAt, now)))
      .returning({ tokenHash: launchToken.tokenHash });
    if (used.length > 0) {
      await tx.insert(browserSession).values(session);
      return 'EXCHANGED';
    }
    const [found] = await tx.select().from(launchToken).where(isToken);
    if (found === undefined) return 'UNKNOWN';
    if (found.exchangedAt === null) return 'EXPIRED';
    const isRepeat = isRepeatable(found.exchangedAt, now) && (await holdsSession(tx, session));
    return isRepeat ? 'EXCHANGED' : 'ALREADY_USED';
  });
}
