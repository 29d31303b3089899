import { captureKey } from '../../../contract/capture.js';
import type { DocumentType } from '../../../contract/flow.js';
import { FlowName } from '../../../contract/flow.js';
import type { Evidence } from '../evidence/evidence.js';
import type { SubmissionRow } from '../evidence/read-rows.js';
import { Conduct } from '../plan/plan-sessions.js';
import { findRow } from './find-row.js';
import type { Proof } from './proof.js';

/** Nothing that a person sent is lost, and nothing lies about that nobody knows of. */
export const objectsAccounted: Proof = {
  claim: 'Every object in the store belongs to a capture, and every capture has its object',
  count: ({ objects }) => objects.length,
  findProblems: (evidence) => [...findLost(evidence), ...findStray(evidence)],
};

function findLost({ captures, objects }: Evidence): readonly string[] {
  const byKey = new Map(objects.map((object) => [object.key, object]));
  return captures.flatMap(({ objectKey, sha256, bytes }) => {
    const object = byKey.get(objectKey);
    if (object === undefined) return [`${objectKey} is lost`];
    const isSame = object.sha256 === sha256 && object.bytes === bytes;
    return isSame ? [] : [`${objectKey} is not what was confirmed`];
  });
}

function findStray(evidence: Evidence): readonly string[] {
  const captured = new Set(evidence.captures.map(({ objectKey }) => objectKey));
  const expected = new Set(evidence.submissions.flatMap((row) => listUnconfirmed(evidence, row)));
  return evidence.objects
    .filter(({ key }) => !captured.has(key) && !expected.has(key))
    .map(({ key }) => `${key} belongs to no capture`);
}

/** What has no row of its own by right: what the platform fetched, and what nobody confirmed. */
function listUnconfirmed(evidence: Evidence, row: SubmissionRow): readonly string[] {
  const keys = (attempt: number, types: readonly DocumentType[]) =>
    types.map((type) => captureKey(row.id, attempt, type));
  const isLeft = evidence.sessions.some(
    (session) =>
      session.planned.conduct === Conduct.LEAVE_UPLOADED && findRow(evidence, session) === row,
  );
  return [
    ...keys(0, ['REFERENCE']),
    ...(row.flow === FlowName.FACE_MATCH ? keys(1, ['SELFIE', 'REFERENCE']) : []),
    ...(isLeft ? keys(1, ['KTP', 'SELFIE']) : []),
  ];
}
