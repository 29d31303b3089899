import {
  callbackWorkflowId,
  RECONCILIATION_SCHEDULE_ID,
  RETENTION_SCHEDULE_ID,
  submissionWorkflowId,
} from '../../../contract/workflow-id.js';
import type { Proof } from './proof.js';

/** Rows and workflows come in pairs. */
export const noOrphans: Proof = {
  claim: 'No row is without its workflow and no workflow without its row',
  count: ({ submissions, deliveries }) => submissions.length + deliveries.length,
  findProblems: ({ submissions, deliveries, workflows }) => {
    const rows = new Set([
      ...submissions.map(({ id }) => submissionWorkflowId(id)),
      ...deliveries.map(({ submissionId, number }) => callbackWorkflowId(submissionId, number)),
    ]);
    // What runs on a schedule belongs to no submission.
    const scheduled = [RECONCILIATION_SCHEDULE_ID, RETENTION_SCHEDULE_ID];
    const owned = workflows.filter(({ id }) => scheduled.every((one) => !id.startsWith(one)));
    const ids = new Set(owned.map(({ id }) => id));
    return [
      ...[...rows].filter((id) => !ids.has(id)).map((id) => `The row of ${id} has no workflow`),
      ...[...ids].filter((id) => !rows.has(id)).map((id) => `The workflow ${id} has no row`),
    ];
  },
};
