import { randomUUID } from 'node:crypto';
import type { CaptureSession } from '../../../../cli/session/capture-client.js';
import type { PartnerClient } from '../../../../cli/session/partner-client.js';
import type { FlowName } from '../../../../contract/flow.js';
import type { AskPatiently } from '../../../support/ask-patiently.js';
import { followStatus } from '../../../support/follow-status.js';
import { pictureOf, type PersonPictures } from '../stage/prepare-pictures.js';

/** One session as the phone saw it; times are milliseconds since the epoch, with fractions. */
export interface MeasuredSession {
  readonly flow: FlowName;
  readonly submissionId: string;
  readonly confirmedAt: number;
  /** When the confirm was answered. */
  readonly acceptedAt: number;
  /** When the status told the result. */
  readonly toldAt: number;
  /** For instance `COMPLETED` or, of a picture that has to be taken again, `IN_PROGRESS RETRY`. */
  readonly ended: string;
}

/** An opened session, as the phone holds it. */
export interface OpenedSession {
  readonly flow: FlowName;
  readonly device: CaptureSession;
}

export interface Play {
  readonly client: PartnerClient;
  /** What a call is repeated by. */
  readonly ask: AskPatiently;
  readonly pollMs: number;
}

export async function openSession(client: PartnerClient, flow: FlowName): Promise<OpenedSession> {
  const partnerSessionId = randomUUID();
  const session = { partnerSessionId, userId: `bench-${partnerSessionId}`, userIdType: 'BENCH' };
  const { token: userToken } = await client.initiateSdk(session, flow);
  return { flow, device: { userToken, partnerSessionId, sdkSessionId: randomUUID() } };
}

/** From the upload to the result. */
export async function finishSession(
  { client, ask, pollMs }: Play,
  { flow, device }: OpenedSession,
  pictures: PersonPictures,
): Promise<MeasuredSession> {
  const { urls, captureNonce, ...presigned } = await ask(() => client.presign(device, flow));
  for (const target of urls) {
    const picture = pictureOf(pictures, target.documentType, captureNonce);
    await ask(() => client.upload(target, picture));
  }
  const { submissionId } = presigned;
  const confirmedAt = now();
  await ask(() => client.confirm(device, presigned));
  const acceptedAt = now();
  const last = await followStatus(ask, () => client.readStatus(device, submissionId), pollMs);
  const toldAt = now();
  const isAgain = last.status === 'IN_PROGRESS';
  const ended = isAgain ? `RETRY ${last.reasonCode ?? ''}` : last.status;
  return { flow, submissionId, confirmedAt, acceptedAt, toldAt, ended };
}

/** Finer than `Date.now()`, on the clock that Temporal's events have. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
