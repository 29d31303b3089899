import type { FlowName } from './flow.js';

export const WorkflowType = {
  KTP_SCAN: 'ktpScan',
  KYC_LITE: 'kycLite',
  SELFIE_LIVENESS: 'selfieLiveness',
  FACE_VERIFICATION: 'faceVerification',
  FACE_MATCH: 'faceMatch',
  CALLBACK_DELIVERY: 'callbackDelivery',
  TEST_DELIVERY: 'testDelivery',
  ERASURE: 'erasure',
  RETENTION_SWEEP: 'retentionSweep',
  KEY_RENEWAL: 'keyRenewal',
  RECONCILIATION: 'reconciliation',
} as const;

export const WORKFLOW_TYPE_BY_FLOW: Readonly<Record<FlowName, string>> = {
  KTP_SCAN: WorkflowType.KTP_SCAN,
  KYC_LITE: WorkflowType.KYC_LITE,
  SELFIE_LIVENESS: WorkflowType.SELFIE_LIVENESS,
  FACE_VERIFICATION: WorkflowType.FACE_VERIFICATION,
  FACE_MATCH: WorkflowType.FACE_MATCH,
};
