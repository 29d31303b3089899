import { createAuditStore, type AuditStore } from '../db/audit-store.js';
import {
  createCallbackEndpointStore,
  type CallbackEndpointStore,
} from '../db/callback-endpoint-store.js';
import type { Database } from '../db/client.js';
import { createDataKeyRotation, type DataKeyRotation } from '../db/data-key-rotation.js';
import { createDeliveryStore, type DeliveryStore } from '../db/delivery-store.js';
import { createErasureStore, type ErasureStore } from '../db/erasure-store.js';
import {
  createKeptSubmissionStore,
  type KeptSubmissionStore,
} from '../db/kept-submission-store.js';
import { createLegalHoldStore, type LegalHoldStore } from '../db/legal-hold-store.js';
import { createAssessmentList, type AssessmentList } from '../db/list-assessments.js';
import { inTransaction } from '../db/in-transaction.js';
import { createOperatorKeyStore, type OperatorKeyStore } from '../db/operator-key-store.js';
import {
  createPartnerCredentialStore,
  type PartnerCredentialStore,
} from '../db/partner-credential-store.js';
import { createPartnerStore, type PartnerStore } from '../db/partner-store.js';
import {
  createReferenceImageSourceStore,
  type ReferenceImageSourceStore,
} from '../db/reference-image-source-store.js';
import type { Sealing } from '../keys/sealing.js';

/** What administration reads and writes, all within one transaction. */
export interface AdministrationStores {
  readonly partners: PartnerStore;
  readonly credentials: PartnerCredentialStore;
  readonly endpoints: CallbackEndpointStore;
  readonly sources: ReferenceImageSourceStore;
  readonly operatorKeys: OperatorKeyStore;
  readonly deliveries: Pick<DeliveryStore, 'listDeliveries' | 'nextDeliveryNumber'>;
  readonly assessments: AssessmentList;
  readonly erasures: Pick<ErasureStore, 'begin' | 'find' | 'list' | 'listOfUser'>;
  readonly kept: Pick<KeptSubmissionStore, 'listOfUser' | 'findPartnerCode' | 'deleteGrantsOfUser'>;
  readonly holds: LegalHoldStore;
  readonly dataKeys: DataKeyRotation;
  readonly audit: AuditStore;
}

/** Stores everything that `run` does, or nothing. `operation` is for the error of a database. */
export type Transact = <T>(
  operation: string,
  run: (stores: AdministrationStores) => Promise<T>,
) => Promise<T>;

export function createTransact(database: Database, { ring }: Pick<Sealing, 'ring'>): Transact {
  return (operation, run) =>
    inTransaction(database, operation, (transaction) =>
      run({
        partners: createPartnerStore(transaction),
        credentials: createPartnerCredentialStore(transaction),
        endpoints: createCallbackEndpointStore(transaction, ring),
        sources: createReferenceImageSourceStore(transaction, ring),
        operatorKeys: createOperatorKeyStore(transaction),
        deliveries: createDeliveryStore(transaction),
        assessments: createAssessmentList(transaction),
        erasures: createErasureStore(transaction),
        kept: createKeptSubmissionStore(transaction),
        holds: createLegalHoldStore(transaction),
        dataKeys: createDataKeyRotation(transaction),
        audit: createAuditStore(transaction),
      }),
    );
}
