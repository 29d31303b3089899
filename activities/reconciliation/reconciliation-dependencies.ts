import type { DeliveryStore } from '../../db/delivery-store.js';
import type { KeptSubmissionStore } from '../../db/kept-submission-store.js';
import type { PartnerStore } from '../../db/partner-store.js';
import type { ReconciliationStore } from '../../db/reconciliation-store.js';
import type { SubmissionProjectionStore } from '../../db/submission-projection-store.js';
import type { SubmissionStore } from '../../db/submission-store.js';
import type { CaptureEraser } from '../../storage/capture-eraser.js';
import type { ReconciledRuns } from './reconciled-runs.js';

export interface ReconciliationDependencies {
  readonly reconciliation: ReconciliationStore;
  readonly submissions: Pick<SubmissionStore, 'find' | 'recordStart'>;
  readonly projection: Pick<SubmissionProjectionStore, 'recordOutcome' | 'readEnded'>;
  readonly deliveries: Pick<DeliveryStore, 'openDelivery' | 'settleDelivery'>;
  readonly partners: Pick<PartnerStore, 'find'>;
  readonly ended: Pick<KeptSubmissionStore, 'listUntidied'>;
  readonly captures: CaptureEraser;
  readonly runs: ReconciledRuns;
  readonly now: () => Date;
}
