import type { DeliveryStore } from '../../db/delivery-store.js';
import type { ErasureStore } from '../../db/erasure-store.js';
import type { PersonalRows } from '../../db/personal-rows.js';
import type { SubmissionProjectionStore } from '../../db/submission-projection-store.js';
import type { SubmissionStore } from '../../db/submission-store.js';
import type { ErasureProof } from '../../contract/schema/operator/erasure-proof.js';
import type { CaptureEraser } from '../../storage/capture-eraser.js';
import type { SubmissionRuns } from '../submission/submission-runs.js';

export interface ErasureDependencies {
  readonly erasures: Pick<ErasureStore, 'find' | 'note' | 'complete'>;
  readonly personalRows: PersonalRows;
  readonly captures: CaptureEraser;
  readonly runs: SubmissionRuns;
  readonly submissions: Pick<SubmissionStore, 'find'>;
  readonly projection: Pick<SubmissionProjectionStore, 'recordOutcome' | 'readEnded'>;
  readonly deliveries: Pick<
    DeliveryStore,
    'listDeliveries' | 'nextDeliveryNumber' | 'openDelivery' | 'settleDelivery'
  >;
  readonly sign: (proof: ErasureProof) => Promise<string>;
  readonly now: () => Date;
}
