import {
  ActivityFailure,
  ApplicationFailure,
  continueAsNew,
  isCancellation,
  log,
} from '@temporalio/workflow';
import type { ReconciliationPage } from '../activities/activity-types.js';
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
  /** Looks that were given up. Absent in histories of before one kept others from being made. */
  readonly failed?: readonly string[];
}

const BEGINNING: ReconciliationState = { look: 0, after: null, report: {} };

/**
 * Looks where rows, workflows and objects disagree, mends what can be mended and reports the rest. One
 * that was stopped is made up for by the next, and two may run beside each other. A look that fails keeps none of
 * the others from being made: the pass fails at its end, so that an operator sees it.
 */
export async function reconciliation(state = BEGINNING): Promise<ReconciliationReport> {
  let { look, after, report, failed = [] } = state;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const name = LOOKS[look];
    if (name === undefined) return tell(report, failed);
    const found = await lookAtPage(name, after);
    if (found === null) failed = [...failed, name];
    else report = addFindings(report, found.findings);
    after = found?.next ?? null;
    if (after === null) look += 1;
  }
  return continueAsNew<typeof reconciliation>({ look, after, report, failed });
}

/** Null where it was given up. */
async function lookAtPage(
  name: (typeof LOOKS)[number],
  after: string | null,
): Promise<ReconciliationPage | null> {
  try {
    return await reconciling[name]({ after });
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    log.error('a look of a reconciliation has failed', { look: name });
    return null;
  }
}

function tell(report: ReconciliationReport, failed: readonly string[]): ReconciliationReport {
  if (Object.keys(report).length > 0) log.warn('reconciliation has found something', { report });
  if (failed.length === 0) return report;
  const message = `a reconciliation has not done all of ${failed.join(', ')}`;
  throw ApplicationFailure.nonRetryable(message, 'ReconciliationUnfinished');
}
