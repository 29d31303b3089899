import type { Evidence } from '../evidence/evidence.js';
import type { SubmissionRow } from '../evidence/read-rows.js';
import { isAccepted } from '../evidence/received-event.js';
import type { Proof } from './proof.js';

/** At least once, never as two messages, never forged. */
export const callbacksDelivered: Proof = {
  claim: 'Every callback was delivered, under one webhook id, with one body and a right signature',
  count: ({ events }) => events.length,
  findProblems: (evidence) => [
    ...evidence.submissions.flatMap((row) =>
      findProblems(evidence, row).map((problem) => `Submission ${row.id}: ${problem}`),
    ),
    ...findStrayEvents(evidence),
  ],
};

function findProblems({ events, deliveries }: Evidence, row: SubmissionRow): readonly string[] {
  const told = events.filter(({ body }) => body?.submissionId === row.id);
  const delivery = deliveries.find(({ submissionId }) => submissionId === row.id);
  const webhookIds = new Set(told.map(({ webhookId }) => webhookId));
  const bodies = new Set(told.map(({ raw }) => raw));
  return [
    told.some(isAccepted) ? null : 'no callback has arrived',
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
