/** The workflows behind the renewal of data keys. */
export interface KeyRenewalRuns {
  /**
   * Has what older keys of the partner have sealed sealed anew, and them retired; does what is left where
   * it runs.
   *
   * @throws AdministrationError UNAVAILABLE
   */
  start(partnerCode: string): Promise<void>;
}
