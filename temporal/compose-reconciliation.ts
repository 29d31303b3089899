import type { Client } from '@temporalio/client';
import { createReconciliationActivities } from '../activities/reconciliation/create-reconciliation-activities.js';
import type { Database } from '../db/client.js';
import { createDeliveryStore } from '../db/delivery-store.js';
import { createKeptSubmissionStore } from '../db/kept-submission-store.js';
import { createPartnerStore } from '../db/partner-store.js';
import { createReconciliationStore } from '../db/reconciliation-store.js';
import { createSubmissionProjectionStore } from '../db/submission-projection-store.js';
import { createSubmissionStore } from '../db/submission-store.js';
import { createErasedSessionDigests } from '../keys/erased-session-digests.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { CaptureEraser } from '../storage/capture-eraser.js';
import { createReconciledRuns } from './reconciled-runs.js';
import { createSubmissionRuns } from './submission-runs.js';

export interface ReconciliationResources {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly captures: CaptureEraser;
  readonly temporal: Client;
}

/** The activities of reconciliation, on what the sessions worker has. */
export function composeReconciliation(resources: ReconciliationResources) {
  const { database, keyRing, captures, temporal } = resources;
  return createReconciliationActivities({
    reconciliation: createReconciliationStore(database),
    submissions: createSubmissionStore(database, createErasedSessionDigests(keyRing)),
    projection: createSubmissionProjectionStore(database),
    deliveries: createDeliveryStore(database),
    partners: createPartnerStore(database),
    ended: createKeptSubmissionStore(database),
    captures,
    runs: createReconciledRuns(temporal, createSubmissionRuns(temporal)),
    now: () => new Date(),
  });
}
