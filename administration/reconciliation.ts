import type { ReconciliationReport } from '../contract/reconciliation.js';
import { AuditAction, recordAct } from './audited-act.js';
import type { AdministrationOptions } from './administration-options.js';

export interface ReconciliationRuns {
  /**
   * Runs one pass and waits for its report; one that was asked for before and still runs is that one.
   *
   * @throws AdministrationError UNAVAILABLE
   */
  run(): Promise<ReconciliationReport>;
}

export interface Reconciliation {
  /** Does now what the schedule does every five minutes. */
  run(actor: string): Promise<ReconciliationReport>;
}

export function createReconciliation(
  { transact, now }: AdministrationOptions,
  runs: ReconciliationRuns,
): Reconciliation {
  return {
    run: async (actor) => {
      await transact('recording a reconciliation', (stores) =>
        recordAct(
          stores,
          { actor, at: now() },
          { action: AuditAction.RECONCILIATION_ASKED, detail: {} },
        ),
      );
      return runs.run();
    },
  };
}
