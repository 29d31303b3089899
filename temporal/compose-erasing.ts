import type { Client } from '@temporalio/client';
import { createErasureActivities } from '../activities/erasure/create-erasure-activities.js';
import { createRetentionActivities } from '../activities/retention/create-retention-activities.js';
import type { Database } from '../db/client.js';
import { createDataKeyStore } from '../db/data-key-store.js';
import { createDeliveryStore } from '../db/delivery-store.js';
import { createErasureStore } from '../db/erasure-store.js';
import { inTransaction } from '../db/in-transaction.js';
import { createKeptSubmissionStore } from '../db/kept-submission-store.js';
import { createPartnerStore } from '../db/partner-store.js';
import { createPersonalRows } from '../db/personal-rows.js';
import { createSubmissionProjectionStore } from '../db/submission-projection-store.js';
import { createSubmissionStore } from '../db/submission-store.js';
import { createUserGrantStore } from '../db/user-grant-store.js';
import { createErasedSessionDigests } from '../keys/erased-session-digests.js';
import { signErasureProof } from '../keys/erasure-proofs.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { SigningKeys } from '../keys/signing-keys.js';
import type { CaptureEraser } from '../storage/capture-eraser.js';
import { startErasure } from './erasure-runs.js';
import { startMissedRenewal } from './key-renewal-runs.js';
import { createSubmissionRuns } from './submission-runs.js';

export interface ErasingResources {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly signingKeys: SigningKeys;
  readonly captures: CaptureEraser;
  /** Erasing ends, starts and deletes workflows, besides being one. */
  readonly temporal: Client;
}

/** The activities of erasures and of the retention sweep, on what the sessions worker has. */
export function composeErasing(resources: ErasingResources) {
  const { database, keyRing, signingKeys, captures, temporal } = resources;
  const sessionDigests = createErasedSessionDigests(keyRing);
  const erasures = createErasureStore(database);
  const now = () => new Date();
  return {
    ...createErasureActivities({
      erasures,
      personalRows: createPersonalRows(database, sessionDigests),
      captures,
      runs: createSubmissionRuns(temporal),
      submissions: createSubmissionStore(database, sessionDigests),
      projection: createSubmissionProjectionStore(database),
      deliveries: createDeliveryStore(database),
      sign: (proof) => signErasureProof(signingKeys, proof),
      now,
    }),
    ...createRetentionActivities({
      partners: createPartnerStore(database),
      transact: (run) =>
        inTransaction(database, 'beginning what is overdue', (transaction) =>
          run({
            partners: createPartnerStore(transaction),
            kept: createKeptSubmissionStore(transaction),
            erasures: createErasureStore(transaction),
          }),
        ),
      erasures,
      userGrants: createUserGrantStore(database, sessionDigests),
      ended: createKeptSubmissionStore(database),
      captures,
      startErasure: (key) => startErasure(temporal, key),
      dataKeys: createDataKeyStore(database),
      startRenewal: (partnerCode) => startMissedRenewal(temporal, partnerCode),
      now,
    }),
  };
}
