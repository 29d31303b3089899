import type { ReconciliationActivities } from '../activity-types.js';
import { guardActivity } from '../failure.js';
import { findLeftUploads } from './find-left-uploads.js';
import { reconcileDeliveries } from './reconcile-deliveries.js';
import { reconcileSubmissions } from './reconcile-submissions.js';
import { reconcileWorkflows } from './reconcile-workflows.js';
import type { ReconciliationDependencies } from './reconciliation-dependencies.js';

export function createReconciliationActivities(
  dependencies: ReconciliationDependencies,
): ReconciliationActivities {
  return {
    reconcileSubmissions: guardActivity((place) => reconcileSubmissions(dependencies, place)),
    reconcileWorkflows: guardActivity((place) => reconcileWorkflows(dependencies, place)),
    reconcileDeliveries: guardActivity((place) => reconcileDeliveries(dependencies, place)),
    findLeftUploads: guardActivity(() => findLeftUploads(dependencies)),
  };
}
