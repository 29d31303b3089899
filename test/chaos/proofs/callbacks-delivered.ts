import { callbackWorkflowId, FIRST_DELIVERY } from '../../../contract/workflow-id.js';
import type { Evidence } from '../evidence/evidence.js';
import type { SubmissionRow } from '../evidence/read-rows.js';
import { isAccepted } from '../evidence/received-event.js';
import { findRuns } from './find-runs.js';
import type { Proof } from './proof.js';

/** At least once, never as two messages, never forged: tries are repeated, deliveries are not. */
export const callbacksDelivered: Proof = {
  claim:
    'Every callback was delivered, by one delivery under one webhook id, with one body and a right signature',
  count: ({ events }) => events.length,
  findProblems: (evidence) => [
    ...evidence.submissions.flatMap((row) =>
      findProblems(evidence, row).map((problem) => `Submission ${row.id}: ${problem}`),
    ),
    ...findStrayEvents(evidence),
  ],
};

function findProblems(evidence: Evidence, row: SubmissionRow): readonly string[] {
  const told = evidence.events.filter(({ body }) => body?.submissionId === row.id);
  const deliveries = evidence.deliveries.filter(({ submissionId }) => submissionId === row.id);
  const [delivery] = deliveries;
  const runs = findRuns(evidence, callbackWorkflowId(row.id, FIRST_DELIVERY));
  const webhookIds = new Set(told.map(({ webhookId }) => webhookId));
  const bodies = new Set(told.map(({ raw }) => raw));
  return [
    told.some(isAccepted) ? null : 'no callback has arrived',
    deliveries.length > 1 ? `${String(deliveries.length)} deliveries` : null,
    runs.length > 1 ? `${String(runs.length)} runs of its delivery` : null,
    webhookIds.size > 1 ? `${String(webhookIds.size)} webhook ids` : null,
    bodies.size > 1 ? `${String(bodies.size)} different bodies` : null,
    delivery?.state === 'DELIVERED' ? null : `its delivery is ${delivery?.state ?? 'missing'}`,
    delivery && !webhookIds.has(delivery.webhookId) ? 'the row has another webhook id' : null,
  ].filter((problem) => problem !== null);
}

function findStrayEvents({ events, submissions }: Evidence): readonly string[] {
  const ids = new Set(submissions.map(({ id }) => id));
  return events.flatMap(({ webhookId, isSignatureRight, body }) => {
    if (!isSignatureRight) return [`Callback ${webhookId}: the signature is wrong`];
    if (body === null) return [`Callback ${webhookId}: the body is not the contract's`];
    return ids.has(body.submissionId) ? [] : [`Callback ${webhookId}: of no submission`];
  });
}
