import { eq } from 'drizzle-orm';
import type { PartnerSettings } from '../contract/schema/partner-settings.js';
import type { Database } from './client.js';
import { parseStoredSettings } from './parse-stored-settings.js';
import { partner } from './schema/partner.js';
import { submission } from './schema/submission.js';
import { guardStore } from './store-error.js';

/** What a partner is set to now, for what is no part of a submission's policy. */
export interface PartnerSettingsStore {
  find(partnerCode: string): Promise<PartnerSettings | null>;
  /** Of the partner whose submission the launch URL names, in one query. */
  findByPublicId(publicId: string): Promise<PartnerSettings | null>;
}

export function createPartnerSettingsStore(database: Database): PartnerSettingsStore {
  return {
    find: (partnerCode) =>
      guardStore('finding settings of a partner', async () => {
        const rows = await database
          .select({ settings: partner.settings })
          .from(partner)
          .where(eq(partner.code, partnerCode));
        return parseFirst(rows);
      }),

    findByPublicId: (publicId) =>
      guardStore('finding settings of a partner', async () => {
        const rows = await database
          .select({ settings: partner.settings })
          .from(submission)
          .innerJoin(partner, eq(partner.code, submission.partnerCode))
          .where(eq(submission.publicId, publicId));
        return parseFirst(rows);
      }),
  };
}

function parseFirst([row]: readonly { readonly settings: unknown }[]): PartnerSettings | null {
  return row === undefined ? null : parseStoredSettings(row.settings);
}
