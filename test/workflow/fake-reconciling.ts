import { ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../../activities/failure-type.js';
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
  /** Looks that fail for good. */
  readonly broken: Set<Look>;
}

export function createFakeReconciling(): FakeReconciling {
  const calls: string[] = [];
  const findings: FakeReconciling['findings'] = {};
  const pages: FakeReconciling['pages'] = {};
  const broken: FakeReconciling['broken'] = new Set();
  const look =
    (name: Look): ReconciliationActivities[Look] =>
    ({ after }) => {
      calls.push(after === null ? name : `${name} ${after}`);
      if (broken.has(name)) {
        return Promise.reject(ApplicationFailure.nonRetryable('broken', FailureType.Unexpected));
      }
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
    broken,
    activities: {
      reconcileSubmissions: look('reconcileSubmissions'),
      reconcileWorkflows: look('reconcileWorkflows'),
      reconcileDeliveries: look('reconcileDeliveries'),
      findLeftUploads: look('findLeftUploads'),
    },
  };
}
