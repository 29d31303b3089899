import { plainCaptureKey, type CapturePlace } from './capture.js';
import { FLOWS, type FlowName } from './flow.js';

/** An ended submission and what it took. */
export interface EndedCaptures {
  readonly submissionId: string;
  readonly flow: FlowName;
  /** Object keys of its confirmed captures. */
  readonly keys: readonly string[];
}

/**
 * Which objects of an ended submission nothing refers to: uploads, and sealed copies of a confirm that
 * its workflow did not take any more. What the platform fetched itself has no capture and stays.
 *
 * @param objectKeys of all its objects
 */
export function findStrayObjects(
  { submissionId, flow, keys }: EndedCaptures,
  objectKeys: readonly string[],
): readonly string[] {
  const taken = new Set(keys);
  const fetched = listFetched(flow).map((place) => plainCaptureKey({ submissionId, ...place }));
  const isFetched = (key: string) =>
    fetched.some((beginning) => key === beginning || key.startsWith(`${beginning}.`));
  return objectKeys.filter((key) => !taken.has(key) && !isFetched(key));
}

/** The partner's reference image belongs to no attempt; without a person all images are fetched. */
function listFetched(flow: FlowName): readonly Omit<CapturePlace, 'submissionId'>[] {
  const { isAttended, captures } = FLOWS[flow];
  const reference = { attempt: 0, documentType: 'REFERENCE' } as const;
  if (isAttended) return [reference];
  return [reference, ...captures.map((documentType) => ({ attempt: 1, documentType }))];
}
