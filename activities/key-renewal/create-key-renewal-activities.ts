import { heartbeat, log } from '@temporalio/activity';
import type { SealedColumns } from '../../db/sealed-columns.js';
import type { DataKeyStore, SealedByOlder } from '../../keys/data-keys.js';
import { KeyMissingError } from '../../keys/key-errors.js';
import { SealBrokenError } from '../../keys/seal.js';
import type { CaptureResealer } from '../../storage/capture-resealer.js';
import { CaptureTooLargeError } from '../../storage/read-object.js';
import type { KeyRenewalActivities } from '../activity-types.js';
import { guardActivity } from '../failure.js';
import { lastOfFullPage } from '../last-of-full-page.js';

export interface KeyRenewalDependencies {
  readonly keys: Pick<DataKeyStore, 'findActive'>;
  readonly columns: SealedColumns;
  readonly captures: CaptureResealer;
  /** With its entry in the audit log. Answers no where an older key still seals a column. */
  readonly retireOlder: (partnerCode: string, dataKeyId: string) => Promise<boolean>;
}

/** How many submissions are looked through in one step. */
const PAGE = 20;

export function createKeyRenewalActivities(
  dependencies: KeyRenewalDependencies,
): KeyRenewalActivities {
  const { keys, columns, retireOlder } = dependencies;
  return {
    findSealingKey: guardActivity(
      async ({ partnerCode }) => (await keys.findActive(partnerCode))?.id ?? null,
    ),

    resealPage: guardActivity(async ({ partnerCode, dataKeyId, after }) => {
      const submissionIds = await columns.listSubmissions(partnerCode, after, PAGE);
      const page = { found: 0, unopened: 0 };
      for (const submissionId of submissionIds) {
        for (const older of await findOlder(dependencies, submissionId, dataKeyId)) {
          page.found += 1;
          if (!(await reseal(older, submissionId))) page.unopened += 1;
        }
        heartbeat();
      }
      return { ...page, after: lastOfFullPage(submissionIds, PAGE) };
    }),

    retireOlderKeys: guardActivity(async ({ partnerCode, dataKeyId }) => ({
      isRetired: await retireOlder(partnerCode, dataKeyId),
    })),
  };
}

async function findOlder(
  { columns, captures }: KeyRenewalDependencies,
  submissionId: string,
  dataKeyId: string,
): Promise<readonly SealedByOlder[]> {
  return [
    ...(await columns.findOlder(submissionId, dataKeyId)),
    ...(await captures.findOlder(submissionId, dataKeyId)),
  ];
}

/** Answers no for what does not open: it is left as it is, and the others are not kept waiting. */
async function reseal(older: SealedByOlder, submissionId: string): Promise<boolean> {
  try {
    await older.reseal();
    return true;
  } catch (error) {
    const isUnopened =
      error instanceof SealBrokenError ||
      error instanceof KeyMissingError ||
      error instanceof CaptureTooLargeError;
    if (!isUnopened) throw error;
    log.error('what is sealed of a submission does not open', { submissionId, name: error.name });
    return false;
  }
}
