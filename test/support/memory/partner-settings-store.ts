import type { Partner } from '../../../db/credential-store.js';
import type { PartnerSettingsStore } from '../../../db/partner-settings-store.js';
import type { SubmissionStore } from '../../../db/submission-store.js';

export function createMemoryPartnerSettingsStore(
  findPartner: (code: string) => Partner | undefined,
  submissions: Pick<SubmissionStore, 'findByPublicId'>,
): PartnerSettingsStore {
  const find = (code: string) => Promise.resolve(findPartner(code)?.settings ?? null);
  return {
    find,
    async findByPublicId(publicId) {
      const submission = await submissions.findByPublicId(publicId);
      return submission && find(submission.partnerCode);
    },
  };
}
