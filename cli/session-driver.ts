import { randomUUID } from 'node:crypto';
import { FLOWS, type DocumentType, type FlowName } from '../contract/flow.js';
import { SubmissionSource, SubmissionStatus } from '../contract/submission.js';
import { awaitVerdict } from './await-verdict.js';
import type { CaptureSession } from './capture-client.js';
import type { DetailsAnswer, StatusAnswer } from './partner-answers.js';
import type { PartnerClient, PartnerSession } from './partner-client.js';
import { repeatCall } from './repeat-call.js';
import { createTimeline, type RecordEvent, type SessionEvent } from './session-timeline.js';

/** One picture, or several: the next one is sent when the platform asks for another. */
export type CaptureImages = Uint8Array | readonly Uint8Array[];

export interface SessionDrive {
  readonly client: PartnerClient;
  readonly flow: FlowName;
  readonly ktp: CaptureImages;
  readonly selfie?: CaptureImages;
  /** The partner's names; random ones unless given. */
  readonly session?: PartnerSession;
  /** With random names otherwise. */
  readonly userId?: string;
  /** Called as it happens; the run carries the same list. */
  readonly onEvent?: (event: SessionEvent) => void;
  /** How long one attempt may take from confirm to verdict. Default two minutes. */
  readonly attemptTimeoutMs?: number;
}

export interface SessionRun {
  readonly partnerSessionId: string;
  readonly submissionId: string;
  readonly timeline: readonly SessionEvent[];
  /** The last status. `IN_PROGRESS` with `RETRY` where there was no further picture to send. */
  readonly last: StatusAnswer;
  /** What the partner reads at the end; null while the submission is open. */
  readonly details: DetailsAnswer | null;
}

/** The caller gave no picture of a capture that the platform asks for. */
export class MissingImage extends Error {
  override readonly name = 'MissingImage';

  constructor(documentType: DocumentType) {
    super(`The platform asks for a picture of the ${documentType} and none is given.`);
  }
}

const ATTEMPT_TIMEOUT_MS = 120_000;

type Queues = Readonly<Record<DocumentType, Uint8Array[]>>;

interface Stage {
  readonly drive: SessionDrive;
  readonly sdk: CaptureSession;
  readonly queues: Queues;
  readonly record: RecordEvent;
}

/**
 * Plays a partner's backend and its SDK: token, initiate, upload, confirm, status, details.
 *
 * @throws MissingImage, VerdictOverdue, PlatformRefusal, PlatformUnreachable, UnexpectedAnswer
 */
export async function driveSession(drive: SessionDrive): Promise<SessionRun> {
  const queues = {
    KTP: imageQueue(drive.ktp),
    SELFIE: imageQueue(drive.selfie ?? []),
    REFERENCE: imageQueue([]),
  };
  const missing = FLOWS[drive.flow].captures.find((type) => queues[type].length === 0);
  if (missing !== undefined) throw new MissingImage(missing);

  const session = drive.session ?? randomSession(drive.userId);
  const { partnerSessionId } = session;
  const { timeline, record } = createTimeline(drive.onEvent);
  const sdk = await openSession(drive, session, record);
  const stage = { drive, sdk, queues, record };
  for (;;) {
    const submissionId = await sendCaptures(stage);
    const last = await awaitVerdict({
      readStatus: () => drive.client.readStatus(sdk, submissionId),
      timeoutMs: drive.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS,
      record,
    });
    const run = { partnerSessionId, submissionId, timeline, last };
    if (last.status !== SubmissionStatus.IN_PROGRESS) {
      const details = await drive.client.readDetails(session);
      record(
        'details',
        [details.status, details.result, details.reasonCode].filter(Boolean).join(' '),
      );
      return { ...run, details };
    }
    record('retry', `${last.captures.join(', ')} again: ${last.reasonCode ?? 'no reason given'}`);
    if (last.captures.some((type) => queues[type].length === 0)) return { ...run, details: null };
  }
}

async function openSession(
  { client, flow }: SessionDrive,
  session: PartnerSession,
  record: RecordEvent,
): Promise<CaptureSession> {
  await client.authenticate();
  record('token', 'partner token');
  const userToken = await client.initiateSdk(session, flow);
  record('initiate', `${flow}, source ${SubmissionSource.SDK}`);
  return {
    userToken: userToken.token,
    partnerSessionId: session.partnerSessionId,
    sdkSessionId: randomUUID(),
  };
}

/** Uploads what the open attempt asks for and confirms it. Gives back the submission's id. */
async function sendCaptures({ drive, sdk, queues, record }: Stage): Promise<string> {
  const { client, flow } = drive;
  const { urls, ...presigned } = await repeatCall(() => client.presign(sdk, flow));
  const { submissionId } = presigned;
  record('presign', `submission ${submissionId}`);
  for (const target of urls) {
    const image = queues[target.documentType].shift();
    if (image === undefined) throw new MissingImage(target.documentType);
    await repeatCall(() => client.upload(target, image));
    record('upload', `${target.documentType}, ${String(Math.ceil(image.length / 1024))} KiB`);
  }
  await repeatCall(() => client.confirm(sdk, presigned));
  record('confirm', urls.map((target) => target.documentType).join(', '));
  return submissionId;
}

function imageQueue(images: CaptureImages): Uint8Array[] {
  return images instanceof Uint8Array ? [images] : [...images];
}

function randomSession(userId = `cli-${randomUUID()}`): PartnerSession {
  return {
    partnerSessionId: randomUUID(),
    userId,
    userIdType: 'KENALI_CLI',
  };
}
