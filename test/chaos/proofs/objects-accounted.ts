import { plainCaptureKey } from '../../../contract/capture.js';
import { FlowName } from '../../../contract/flow.js';
import type { Evidence } from '../evidence/evidence.js';
import type { SubmissionRow } from '../evidence/read-rows.js';
import type { Proof } from './proof.js';

/** Nothing that a person sent is lost, and nothing lies about once the sweep was there. */
export const objectsAccounted: Proof = {
  claim: 'Every object in the store belongs to a capture, and every capture has its object',
  count: ({ objects }) => objects.length,
  findProblems: (evidence) => [...findLost(evidence), ...findStray(evidence)],
};

function findLost({ captures, objects }: Evidence): readonly string[] {
  const byKey = new Map(objects.map(({ key, photo }) => [key, photo]));
  return captures.flatMap(({ objectKey, sha256, bytes }) => {
    const photo = byKey.get(objectKey);
    if (!photo) return [`${objectKey} is lost`];
    const isSame = photo.sha256 === sha256 && photo.bytes === bytes;
    return isSame ? [] : [`${objectKey} is not what was confirmed`];
  });
}

function findStray({ captures, submissions, objects }: Evidence): readonly string[] {
  const captured = new Set(captures.map(({ objectKey }) => objectKey));
  const fetched = submissions.flatMap(listFetched);
  return objects
    .filter(({ key }) => !captured.has(key))
    .filter(({ key }) => !fetched.some((beginning) => key.startsWith(`${beginning}.`)))
    .map(({ key }) => `${key} belongs to no capture`);
}

/** What the platform fetched itself has no row of its own: what the keys of it begin with. */
function listFetched({ id: submissionId, flow }: SubmissionRow): readonly string[] {
  const reference = plainCaptureKey({ submissionId, attempt: 0, documentType: 'REFERENCE' });
  if (flow !== FlowName.FACE_MATCH) return [reference];
  return (['SELFIE', 'REFERENCE'] as const).map((documentType) =>
    plainCaptureKey({ submissionId, attempt: 1, documentType }),
  );
}
