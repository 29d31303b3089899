export { callbackDelivery } from './callback-delivery.workflow.js';
export { ktpScan } from './ktp-scan.workflow.js';
export { kycLite } from './kyc-lite.workflow.js';
