import type { TestDeliveryReport } from '../contract/workflow-names.js';

export interface TestedDelivery extends TestDeliveryReport {
  /** The `webhook-id` that the partner has received. */
  readonly webhookId: string;
}

/** The workflows behind deliveries. Both throw AdministrationError UNAVAILABLE. */
export interface DeliveryRuns {
  /** Starts a delivery under this number. One that was started under it before is that one. */
  replay(submissionId: string, delivery: number): Promise<void>;
  /** Sends one test message and waits for what becomes of it. */
  test(partnerCode: string): Promise<TestedDelivery>;
}
