import { log } from '@temporalio/activity';
import type { ErasureKey } from '../../contract/erasure.js';
import { findCutoffs, findDue } from '../../contract/retention.js';
import type { StoredDataKeys } from '../../db/data-key-store.js';
import type { ErasureStore } from '../../db/erasure-store.js';
import type { KeptSubmissionStore } from '../../db/kept-submission-store.js';
import { parseStoredRetention } from '../../db/parse-stored-retention.js';
import type { PartnerStore } from '../../db/partner-store.js';
import type { UserGrantStore } from '../../db/user-grant-store.js';
import { describeError } from '../../logging/describe-error.js';
import type { RetentionActivities, SweptBatch } from '../activity-types.js';
import { guardActivity } from '../failure.js';
import { lastOfFullPage } from '../last-of-full-page.js';
import { tryEach } from '../try-each.js';
import { removeStrayObjects, type StrayObjectsDependencies } from './remove-stray-objects.js';

export interface RetentionStores {
  readonly partners: Pick<PartnerStore, 'lock'>;
  readonly kept: Pick<KeptSubmissionStore, 'listOverdue'>;
  readonly erasures: Pick<ErasureStore, 'begin'>;
}

export interface RetentionDependencies extends StrayObjectsDependencies {
  readonly partners: Pick<PartnerStore, 'listCodes'>;
  /** Runs within one transaction. */
  readonly transact: <T>(run: (stores: RetentionStores) => Promise<T>) => Promise<T>;
  readonly erasures: Pick<ErasureStore, 'listPending'>;
  readonly userGrants: Pick<UserGrantStore, 'deleteExpired'>;
  /** Does nothing where it runs. */
  readonly startErasure: (key: ErasureKey) => Promise<void>;
  readonly dataKeys: Pick<StoredDataKeys, 'listRenewed'>;
  /** Does nothing where it runs, nor where the last one has failed. */
  readonly startRenewal: (partnerCode: string) => Promise<void>;
}

/** How many submissions of a partner are begun, and how many erasures started, in one step. */
const BATCH = 100;

export function createRetentionActivities(
  dependencies: RetentionDependencies,
): RetentionActivities {
  const { erasures, userGrants, dataKeys, startErasure, startRenewal, now } = dependencies;
  return {
    beginOverdue: guardActivity(() => beginOverdue(dependencies)),

    startPending: guardActivity(async ({ after }) => {
      const pending = await erasures.listPending(after, BATCH);
      for (const key of pending) await startErasure(key);
      return lastOfFullPage(pending, BATCH);
    }),

    removeStray: guardActivity(async (place) => {
      const after = place?.after ?? null;
      const { failed, next } = await removeStrayObjects(dependencies, { after, limit: BATCH });
      return { hasMore: next !== null, failed, next };
    }),

    deleteExpiredGrants: guardActivity(() => userGrants.deleteExpired(now())),

    startRenewals: guardActivity(async () => {
      for (const partnerCode of await dataKeys.listRenewed()) await startRenewal(partnerCode);
    }),
  };
}

/** What one partner fails with, such as a retention that nobody can read, is no reason to keep others' data. */
async function beginOverdue(dependencies: RetentionDependencies): Promise<SweptBatch> {
  let [hasMore, failed] = [false, 0];
  await tryEach(
    await dependencies.partners.listCodes(),
    async (code) => {
      if ((await beginOverdueOf(dependencies, code)) === BATCH) hasMore = true;
    },
    (partnerCode, error) => {
      failed += 1;
      const place = { partnerCode, ...describeError(error) };
      log.error('what is overdue of a partner could not be begun', place);
    },
  );
  return { hasMore, failed };
}

/**
 * By what the partner is set to now. The partner is locked, as it is while a legal hold is placed:
 * whichever comes first, the other sees it.
 */
function beginOverdueOf(
  { transact, now }: RetentionDependencies,
  partnerCode: string,
): Promise<number> {
  return transact(async ({ partners, kept, erasures }) => {
    const partner = await partners.lock(partnerCode);
    if (partner === null) return 0;
    const settings = parseStoredRetention(partner.settings);
    const at = now();
    const cutoffs = findCutoffs(settings, at);
    const overdue = await kept.listOverdue(partnerCode, cutoffs, BATCH);
    for (const submission of overdue) {
      const scope = findDue(submission, cutoffs);
      if (scope === null) continue;
      const { submissionId } = submission;
      const retentionDays =
        scope === 'ALL'
          ? settings.retentionDays
          : (settings.imageRetentionDays ?? settings.retentionDays);
      await erasures.begin({
        submissionId,
        scope,
        rule: 'RETENTION',
        retentionDays,
        requestId: null,
        begunAt: at,
      });
    }
    return overdue.length;
  });
}
