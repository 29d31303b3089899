import { isInFlight } from '../../../api/submission/open-attempt.js';
import type { ConfirmedAttempt } from '../../../db/insert-captures.js';
import type { NewSubmission, Submission, SubmissionStore } from '../../../db/submission-store.js';

export interface MemorySubmissionStore extends SubmissionStore {
  /** What the workflow's activities would write. */
  change(submissionId: string, changed: Partial<Submission>): void;
  all(): readonly Submission[];
}

export function createMemorySubmissionStore(): MemorySubmissionStore {
  const rows = new Map<string, Submission>();
  const confirmed = new Map<string, ConfirmedAttempt>();
  const findBy = (isIt: (row: Submission) => boolean) => [...rows.values()].find(isIt) ?? null;
  const findByPartnerSession = (code: string, sessionId: string) =>
    findBy((row) => row.partnerCode === code && row.partnerSessionId === sessionId);

  function change(submissionId: string, changed: Partial<Submission>): void {
    const row = rows.get(submissionId);
    if (row === undefined) throw new Error('no such submission');
    rows.set(submissionId, { ...row, ...changed });
  }

  return {
    change,
    all: () => [...rows.values()],
    createOrFind(created) {
      const found = findByPartnerSession(created.partnerCode, created.partnerSessionId);
      const row = found ?? withDefaults(created);
      rows.set(row.id, row);
      return Promise.resolve(row);
    },
    find: (id) => Promise.resolve(rows.get(id) ?? null),
    findByPublicId: (publicId) => Promise.resolve(findBy((row) => row.publicId === publicId)),
    findByPartnerSession: (code, sessionId) =>
      Promise.resolve(findByPartnerSession(code, sessionId)),
    recordStart(submissionId, startedAt) {
      const { startedAt: noted = null } = rows.get(submissionId) ?? {};
      change(submissionId, { startedAt: noted ?? startedAt });
      return Promise.resolve();
    },
    listUnstarted(until, limit) {
      const isUnstarted = ({ startedAt, status, createdAt }: Submission) =>
        startedAt === null && status === 'IN_PROGRESS' && createdAt < until;
      return Promise.resolve([...rows.values()].filter(isUnstarted).slice(0, limit));
    },
    recordConfirm(attempt) {
      confirmed.set(`${attempt.submissionId}/${String(attempt.attempt)}`, attempt);
      const row = rows.get(attempt.submissionId);
      const confirmedAttempt = Math.max(row?.confirmedAttempt ?? 0, attempt.attempt);
      change(attempt.submissionId, { confirmedAttempt });
      return Promise.resolve();
    },
    listConfirmed: (submissionId, attempt) =>
      Promise.resolve(confirmed.get(`${submissionId}/${String(attempt)}`)?.captures ?? []),
    countInFlight() {
      const isCounted = (row: Submission) => row.environment === 'PRODUCTION' && isInFlight(row);
      return Promise.resolve([...rows.values()].filter(isCounted).length);
    },
    countUnjudgedMatches(code, environment) {
      const isCounted = (row: Submission) =>
        row.partnerCode === code &&
        row.environment === environment &&
        row.flow === 'FACE_MATCH' &&
        isInFlight(row);
      return Promise.resolve([...rows.values()].filter(isCounted).length);
    },
  };
}

function withDefaults(created: NewSubmission): Submission {
  return {
    status: 'IN_PROGRESS',
    result: null,
    reasonCode: null,
    nextAction: null,
    challenge: null,
    confirmedAttempt: 0,
    judgedAttempt: 0,
    tries: {},
    processedAt: null,
    closedAt: null,
    startedAt: null,
    tidiedAt: null,
    erasedAt: null,
    ...created,
  };
}
