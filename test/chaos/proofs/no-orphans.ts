import {
  callbackWorkflowId,
  RETENTION_SCHEDULE_ID,
  submissionWorkflowId,
} from '../../../contract/workflow-names.js';
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
    // The sweep of retention belongs to no submission.
    const owned = workflows.filter(({ id }) => !id.startsWith(RETENTION_SCHEDULE_ID));
    const ids = new Set(owned.map(({ id }) => id));
    return [
      ...[...rows].filter((id) => !ids.has(id)).map((id) => `The row of ${id} has no workflow`),
      ...[...ids].filter((id) => !rows.has(id)).map((id) => `The workflow ${id} has no row`),
    ];
  },
};
