import type { ErasureKey } from '../contract/erasure.js';

/** The workflows behind erasures. */
export interface ErasureRuns {
  /**
   * Starts what has begun; does nothing where it runs.
   *
   * @throws AdministrationError UNAVAILABLE: the retention sweep starts it later
   */
  start(key: ErasureKey): Promise<void>;
}
