import type { TestDeliveryReport } from '../contract/test-delivery.js';

export interface TestedDelivery extends TestDeliveryReport {
  /** The `webhook-id` that the partner has received. */
  readonly webhookId: string;
}

/** The workflows behind deliveries. Both throw AdministrationError UNAVAILABLE. */
export interface DeliveryRuns {
  /** Starts a delivery under this number. One that was started under it before is that one. */
  replay(submissionId: string, delivery: number): Promise<void>;
  /**
   * Sends one test message and waits for what becomes of it.
   *
   * @throws AdministrationError CONFLICT when the callback cannot be used as it is set
   */
  test(partnerCode: string): Promise<TestedDelivery>;
}
