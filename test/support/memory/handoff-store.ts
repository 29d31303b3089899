import type { BrowserSession } from '../../../db/browser-entry-store.js';
import type { Handoff, HandoffStore } from '../../../db/handoff-store.js';
import { isRepeatable } from '../../../db/repeated-entry.js';

export function createMemoryHandoffStore(
  addSession: (session: BrowserSession) => void,
): HandoffStore {
  const rows = new Map<string, Handoff>();
  /** Hash of the phone's secret, by hand-off. */
  const claimedBy = new Map<string, string>();

  function change(handoffId: string, changed: Partial<Handoff>): void {
    const row = rows.get(handoffId);
    if (row !== undefined) rows.set(handoffId, { ...row, ...changed });
  }

  const ofSubmission = (submissionId: string) =>
    [...rows.values()].filter((row) => row.submissionId === submissionId);

  return {
    openHandoff(opened) {
      for (const { id, endedAt } of ofSubmission(opened.submissionId)) {
        if (endedAt === null) change(id, { endedAt: opened.createdAt });
      }
      rows.set(opened.id, { ...opened, claimedAt: null, capturedAt: null, endedAt: null });
      return Promise.resolve();
    },
    claimHandoff({ submissionId, codeHash, now, session }) {
      const row = ofSubmission(submissionId).find((one) => one.codeHash === codeHash);
      if (row === undefined) return Promise.resolve({ outcome: 'UNKNOWN' });
      const { id: handoffId, claimedAt, endedAt } = row;
      if (claimedAt !== null) {
        const isOpen = endedAt === null && isRepeatable(claimedAt, now);
        const isRepeat = isOpen && claimedBy.get(handoffId) === session.secretHash;
        return Promise.resolve(
          isRepeat ? { outcome: 'CLAIMED', handoffId } : { outcome: 'ALREADY_USED' },
        );
      }
      if (row.endedAt !== null || row.expiresAt <= now) {
        return Promise.resolve({ outcome: 'EXPIRED' });
      }
      change(row.id, { claimedAt: now });
      claimedBy.set(row.id, session.secretHash);
      addSession({ ...session, submissionId, handoffId: row.id });
      return Promise.resolve({ outcome: 'CLAIMED', handoffId: row.id });
    },
    find: (handoffId) => Promise.resolve(rows.get(handoffId) ?? null),
    findLatest: (submissionId) => Promise.resolve(ofSubmission(submissionId).at(-1) ?? null),
    recordCaptured(handoffId, at) {
      change(handoffId, { capturedAt: at });
      return Promise.resolve();
    },
    endHandoff(handoffId, at) {
      if (rows.get(handoffId)?.endedAt === null) change(handoffId, { endedAt: at });
      return Promise.resolve();
    },
  };
}
