import type { ErasureKey } from './erasure.js';

/** Ids of workflows, stored in clear by Temporal: nothing personal may enter them. */
export function submissionWorkflowId(submissionId: string): string {
  return `submission/${submissionId}`;
}

/** Ids of submissions are UUIDs. */
const SUBMISSION_ID = /^submission\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Null for the id of another workflow. */
export function submissionOfWorkflowId(workflowId: string): string | null {
  return SUBMISSION_ID.exec(workflowId)?.[1] ?? null;
}

/** The delivery that the end of a submission starts; replays count on. */
export const FIRST_DELIVERY = 1;

export function callbackWorkflowId(submissionId: string, delivery: number): string {
  return `callback/${submissionId}/${String(delivery)}`;
}

/** Of one scope a submission is erased once. */
export function erasureWorkflowId({ submissionId, scope }: ErasureKey): string {
  return `erasure/${submissionId}/${scope.toLowerCase()}`;
}

/** Of a partner one runs at a time. */
export function keyRenewalWorkflowId(partnerCode: string): string {
  return `key-renewal/${partnerCode}`;
}

/** Of schedules, and what the ids of their runs begin with. */
export const RETENTION_SCHEDULE_ID = 'retention-sweep';
export const RECONCILIATION_SCHEDULE_ID = 'reconciliation';

/** Of the pass that an operator asks for: one at a time. */
export const ASKED_RECONCILIATION_ID = `${RECONCILIATION_SCHEDULE_ID}-asked`;

/** `webhookId` is that of the test message, which its sender makes up. */
export function testDeliveryWorkflowId(webhookId: string): string {
  return `test-delivery/${webhookId}`;
}
