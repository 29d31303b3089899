export { callbackDelivery } from './callback-delivery.workflow.js';
export { faceMatch } from './face-match.workflow.js';
export { faceVerification } from './face-verification.workflow.js';
export { ktpScan } from './ktp-scan.workflow.js';
export { kycLite } from './kyc-lite.workflow.js';
export { selfieLiveness } from './selfie-liveness.workflow.js';
export { testDelivery } from './test-delivery.workflow.js';
