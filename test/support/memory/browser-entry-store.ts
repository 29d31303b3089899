import type {
  BrowserEntryStore,
  BrowserSession,
  NewLaunchToken,
} from '../../../db/browser-entry-store.js';
import { isRepeatable } from '../../../db/repeated-entry.js';

export interface MemoryBrowserEntryStore extends BrowserEntryStore {
  /** What claiming a hand-off stores. */
  readonly addSession: (session: BrowserSession) => void;
}

export function createMemoryBrowserEntryStore(): MemoryBrowserEntryStore {
  const tokens = new Map<string, NewLaunchToken>();
  const used = new Map<string, Date>();
  const sessions = new Map<string, BrowserSession>();
  return {
    addSession(session) {
      sessions.set(session.secretHash, session);
    },
    addLaunchToken(token) {
      tokens.set(token.tokenHash, token);
      return Promise.resolve();
    },
    exchangeLaunchToken({ tokenHash, now, session }) {
      const token = tokens.get(tokenHash);
      if (token?.submissionId !== session.submissionId) return Promise.resolve('UNKNOWN');
      const usedAt = used.get(tokenHash);
      if (usedAt !== undefined) {
        const isRepeat = isRepeatable(usedAt, now) && sessions.has(session.secretHash);
        return Promise.resolve(isRepeat ? 'EXCHANGED' : 'ALREADY_USED');
      }
      if (token.expiresAt <= now) return Promise.resolve('EXPIRED');
      used.set(tokenHash, now);
      sessions.set(session.secretHash, session);
      return Promise.resolve('EXCHANGED');
    },
    findBrowserSession: (secretHash) => Promise.resolve(sessions.get(secretHash) ?? null),
  };
}
