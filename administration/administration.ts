import type { MasterKey } from '../keys/master-key.js';
import { createAssessments, type Assessments } from './assessments.js';
import { createAuditLog, type AuditLog } from './audit-log.js';
import type { AdministrationOptions } from './administration-options.js';
import { createCallbacks, type Callbacks } from './callbacks.js';
import { createDataKeyAdministration, type DataKeyAdministration } from './data-keys.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import type { DeliveryRuns } from './delivery-runs.js';
import type { ErasureRuns } from './erasure-runs.js';
import { createErasures, type Erasures } from './erasures.js';
import type { KeyRenewalRuns } from './key-renewal-runs.js';
import { createLegalHolds, type LegalHolds } from './legal-holds.js';
import { createOperatorKeys, type OperatorKeys } from './operator-keys.js';
import { createPartnerKeys, type PartnerKeys } from './partner-keys.js';
import { createPartners, type Partners } from './partners.js';
import { createReferenceImages, type ReferenceImages } from './reference-images.js';

/**
 * What an operator does, by the command line or by the operator API. Every change takes the actor
 * that makes it, and is in the audit log.
 */
export interface Administration {
  readonly partners: Partners;
  readonly keys: PartnerKeys;
  readonly callbacks: Callbacks;
  readonly referenceImages: ReferenceImages;
  readonly deliveries: Deliveries;
  readonly assessments: Assessments;
  readonly erasures: Erasures;
  readonly legalHolds: LegalHolds;
  readonly operatorKeys: OperatorKeys;
  readonly dataKeys: DataKeyAdministration;
  readonly audit: AuditLog;
}

export function createAdministration(
  options: AdministrationOptions & {
    readonly deliveryRuns: DeliveryRuns;
    readonly erasureRuns: ErasureRuns;
    readonly keyRenewalRuns: KeyRenewalRuns;
    readonly masterKey: MasterKey;
  },
): Administration {
  return {
    partners: createPartners(options),
    keys: createPartnerKeys(options),
    callbacks: createCallbacks(options),
    referenceImages: createReferenceImages(options),
    deliveries: createDeliveries(options, options.deliveryRuns),
    assessments: createAssessments(options),
    erasures: createErasures(options, options.erasureRuns),
    legalHolds: createLegalHolds(options),
    operatorKeys: createOperatorKeys(options),
    dataKeys: createDataKeyAdministration(options, options.keyRenewalRuns, options.masterKey),
    audit: createAuditLog(options),
  };
}
