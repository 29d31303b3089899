import { keptPrefix, plainCaptureKey, UPLOAD_PREFIX } from '../../../contract/capture.js';
import { FlowName } from '../../../contract/flow.js';
import type { Evidence } from '../evidence/evidence.js';
import type { SubmissionRow } from '../evidence/read-rows.js';
import { Conduct } from '../plan/plan-sessions.js';
import { findRow } from './find-row.js';
import type { Proof } from './proof.js';

/** Nothing that a person sent is lost, and nothing lies about once the sweep was there. */
export const objectsAccounted: Proof = {
  claim:
    'Every object in the store belongs to a capture, every capture has its object, and whatever was confirmed is a capture',
  count: ({ objects }) => objects.length,
  findProblems: (evidence) => [
    ...findUnrecorded(evidence),
    ...findSwept(evidence),
    ...findLost(evidence),
    ...findStray(evidence),
  ],
};

/** A cancelled session takes no more captures, and a confirm may come too late for it. */
function findUnrecorded({ sessions, captures }: Evidence): readonly string[] {
  const recorded = new Set(captures.map(plainCaptureKey));
  return sessions
    .filter(({ planned }) => planned.conduct !== Conduct.CANCEL)
    .flatMap(({ confirmed }) => confirmed.map(plainCaptureKey))
    .filter((key) => !recorded.has(key))
    .map((key) => `${key} was confirmed and is no capture`);
}

/** What was sealed for a capture that there is not: only a cancelled session may leave it to the sweep. */
function findSwept(evidence: Evidence): readonly string[] {
  const cancelled = evidence.sessions
    .filter(({ planned }) => planned.conduct === Conduct.CANCEL)
    .flatMap((session) => findRow(evidence, session)?.id ?? [])
    .map(keptPrefix);
  return listUnaccounted(evidence, evidence.keysBeforeSweep)
    .filter((key) => !key.startsWith(UPLOAD_PREFIX))
    .filter((key) => !cancelled.some((beginning) => key.startsWith(beginning)))
    .map((key) => `${key} was sealed, and belonged to no capture before the sweep`);
}

function findLost({ captures, objects }: Evidence): readonly string[] {
  const byKey = new Map(objects.map(({ key, photo }) => [key, photo]));
  return captures.flatMap(({ objectKey, sha256, bytes }) => {
    const photo = byKey.get(objectKey);
    if (!photo) return [`${objectKey} is lost`];
    const isSame = photo.sha256 === sha256 && photo.bytes === bytes;
    return isSame ? [] : [`${objectKey} is not what was confirmed`];
  });
}

function findStray(evidence: Evidence): readonly string[] {
  const keys = evidence.objects.map(({ key }) => key);
  return listUnaccounted(evidence, keys).map((key) => `${key} belongs to no capture`);
}

/** The keys that neither a capture has nor the platform fetched. */
function listUnaccounted(
  { captures, submissions }: Evidence,
  keys: readonly string[],
): readonly string[] {
  const captured = new Set(captures.map(({ objectKey }) => objectKey));
  const fetched = submissions.flatMap(listFetched);
  return keys
    .filter((key) => !captured.has(key))
    .filter((key) => !fetched.some((beginning) => key.startsWith(`${beginning}.`)));
}

/** What the platform fetched itself has no row of its own: what the keys of it begin with. */
function listFetched({ id: submissionId, flow }: SubmissionRow): readonly string[] {
  const reference = plainCaptureKey({ submissionId, attempt: 0, documentType: 'REFERENCE' });
  if (flow !== FlowName.FACE_MATCH) return [reference];
  return (['SELFIE', 'REFERENCE'] as const).map((documentType) =>
    plainCaptureKey({ submissionId, attempt: 1, documentType }),
  );
}
