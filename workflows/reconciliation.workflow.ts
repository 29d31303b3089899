import { continueAsNew, log } from '@temporalio/workflow';
import { addFindings, type ReconciliationReport } from '../contract/reconciliation.js';
import { reconciling } from './activity-proxies.js';

/** In this order: what an earlier look mends, a later one finds whole. */
const LOOKS = [
  'reconcileSubmissions',
  'reconcileWorkflows',
  'reconcileDeliveries',
  'findLeftUploads',
] as const;

/** A page is at most a hundred; the history of one execution stays at some hundred events. */
const MAX_PAGES = 50;

export interface ReconciliationState {
  /** Which look goes on, and where. */
  readonly look: number;
  readonly after: string | null;
  readonly report: ReconciliationReport;
}

const BEGINNING: ReconciliationState = { look: 0, after: null, report: {} };

/**
 * Looks where rows, workflows and objects disagree, mends what can be mended and reports the rest. One
 * that was stopped is made up for by the next, and two may run beside each other.
 */
export async function reconciliation(state = BEGINNING): Promise<ReconciliationReport> {
  let { look, after, report } = state;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const name = LOOKS[look];
    if (name === undefined) return tell(report);
    const { findings, next } = await reconciling[name]({ after });
    report = addFindings(report, findings);
    after = next;
    if (next === null) look += 1;
  }
  return continueAsNew<typeof reconciliation>({ look, after, report });
}

function tell(report: ReconciliationReport): ReconciliationReport {
  if (Object.keys(report).length > 0) log.warn('reconciliation has found something', { report });
  return report;
}
