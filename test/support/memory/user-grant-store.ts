import type { SubmissionStore } from '../../../db/submission-store.js';
import type { NewUserGrant, UserGrantStore } from '../../../db/user-grant-store.js';

export interface MemoryUserGrantStore extends UserGrantStore {
  all(): readonly NewUserGrant[];
}

export function createMemoryUserGrantStore(submissions: SubmissionStore): MemoryUserGrantStore {
  const rows = new Map<string, NewUserGrant>();
  const bindings = new Map<string, string>();
  return {
    all: () => [...rows.values()],
    add(grant) {
      rows.set(grant.id, grant);
      return Promise.resolve();
    },
    deleteExpired(now) {
      for (const [id, { expiresAt }] of rows) {
        if (expiresAt < now && !bindings.has(id)) rows.delete(id);
      }
      return Promise.resolve();
    },
    find(grantId) {
      const row = rows.get(grantId);
      const submissionId = bindings.get(grantId) ?? null;
      return Promise.resolve(row ? { ...row, submissionId } : null);
    },
    async bindSubmission(grantId, created) {
      const boundTo = bindings.get(grantId);
      const bound = boundTo === undefined ? null : await submissions.find(boundTo);
      if (bound !== null) {
        return bound.partnerSessionId === created.partnerSessionId ? bound : null;
      }
      const found = await submissions.createOrFind(created);
      if (found.requestDigest === created.requestDigest) bindings.set(grantId, found.id);
      return found;
    },
  };
}
