import type { ReconciliationActivities } from '../../activities/activity-types.js';
import type { Finding } from '../../contract/reconciliation.js';

type Look = keyof ReconciliationActivities;

export interface FakeReconciling {
  readonly activities: ReconciliationActivities;
  /** What was asked for, in its order, with the place. */
  readonly calls: string[];
  /** What each look finds on its first page. */
  readonly findings: Partial<Record<Look, readonly Finding[]>>;
  /** How many pages each look has; one where nothing is said. */
  readonly pages: Partial<Record<Look, number>>;
}

export function createFakeReconciling(): FakeReconciling {
  const calls: string[] = [];
  const findings: FakeReconciling['findings'] = {};
  const pages: FakeReconciling['pages'] = {};
  const look =
    (name: Look): ReconciliationActivities[Look] =>
    ({ after }) => {
      calls.push(after === null ? name : `${name} ${after}`);
      const page = Number(after ?? '1');
      return Promise.resolve({
        findings: after === null ? (findings[name] ?? []) : [],
        next: page < (pages[name] ?? 1) ? String(page + 1) : null,
      });
    };
  return {
    calls,
    findings,
    pages,
    activities: {
      reconcileSubmissions: look('reconcileSubmissions'),
      reconcileWorkflows: look('reconcileWorkflows'),
      reconcileDeliveries: look('reconcileDeliveries'),
      findLeftUploads: look('findLeftUploads'),
    },
  };
}
