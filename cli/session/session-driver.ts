import { randomUUID } from 'node:crypto';
import type { AskedMovements } from '../../contract/challenge.js';
import { joinFrames, type BurstFrame } from '../../contract/frame-sequence.js';
import { FLOWS, type DocumentType, type FlowName } from '../../contract/flow.js';
import { SubmissionSource, SubmissionStatus } from '../../contract/submission.js';
import { awaitVerdict } from './await-verdict.js';
import type { CaptureSession } from './capture-client.js';
import { describeMovements } from './describe-movements.js';
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
  /** Sent behind each selfie, as a capture app does; none unless given. */
  readonly frames?: readonly BurstFrame[];
  /** What is sent instead where a challenge is to be answered; null where there is no answer. */
  readonly readChallengeFrames?: (asked: AskedMovements) => Promise<readonly BurstFrame[] | null>;
  /** How many movements the answers go up to; one unless given. */
  readonly maxMovements?: number;
  /** The partner's names; random ones unless given. */
  readonly session?: PartnerSession;
  /** With random names otherwise. */
  readonly userId?: string;
  /** Called as it happens; the answer carries the same list. */
  readonly onEvent?: (event: SessionEvent) => void;
  /** How long one attempt may take from confirm to verdict. Default two minutes. */
  readonly attemptTimeoutMs?: number;
}

export interface DrivenSession {
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

/** What the open attempt's selfie is made of, besides the next of the given ones. */
type Frames = readonly BurstFrame[];

/**
 * Plays a partner's backend and its SDK: token, initiate, upload, confirm, status, details.
 *
 * @throws MissingImage, VerdictOverdue, PlatformRefusal, PlatformUnreachable, UnexpectedAnswer
 */
export async function driveSession(drive: SessionDrive): Promise<DrivenSession> {
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
  let frames: Frames = drive.frames ?? [];
  for (;;) {
    const submissionId = await sendCaptures(stage, frames);
    const last = await awaitVerdict({
      readStatus: () => drive.client.readStatus(sdk, submissionId),
      timeoutMs: drive.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS,
      record,
    });
    const driven = { partnerSessionId, submissionId, timeline, last };
    if (last.status !== SubmissionStatus.IN_PROGRESS) {
      const details = await drive.client.readDetails(session);
      record(
        'details',
        [details.status, details.result, details.reasonCode].filter(Boolean).join(' '),
      );
      return { ...driven, details };
    }
    record('retry', describeRetry(last));
    const answer = await prepareAnswer(stage, last);
    if (answer === null) return { ...driven, details: null };
    frames = answer;
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

function describeRetry({ captures, reasonCode, challenge }: StatusAnswer): string {
  const asked = challenge ? `, ${describeMovements(challenge)} until ${challenge.expiresAt}` : '';
  return `${captures.join(', ')} again: ${reasonCode ?? 'no reason given'}${asked}`;
}

/** The frames of the next attempt; null where nothing is left to send. */
async function prepareAnswer(
  { drive, queues }: Stage,
  { captures, challenge }: StatusAnswer,
): Promise<Frames | null> {
  const frames = challenge
    ? ((await drive.readChallengeFrames?.(challenge)) ?? null)
    : (drive.frames ?? []);
  if (frames === null) return null;
  // The person looks straight at the camera when the answer begins.
  const [first] = frames;
  if (challenge && queues.SELFIE.length === 0 && first) queues.SELFIE.push(first.jpeg);
  return captures.some((type) => queues[type].length === 0) ? null : frames;
}

/** Uploads what the open attempt asks for and confirms it. Gives back the submission's id. */
async function sendCaptures(
  { drive, sdk, queues, record }: Stage,
  frames: Frames,
): Promise<string> {
  const { client, flow, maxMovements } = drive;
  const { urls, captureNonce, ...presigned } = await repeatCall(() => client.presign(sdk, flow));
  const { submissionId } = presigned;
  record('presign', `submission ${submissionId}`);
  for (const target of urls) {
    const still = queues[target.documentType].shift();
    if (still === undefined) throw new MissingImage(target.documentType);
    const hasBurst = target.documentType === 'SELFIE' && frames.length > 0;
    const image =
      hasBurst && captureNonce !== undefined
        ? joinFrames({ still, frames, nonce: captureNonce })
        : still;
    await repeatCall(() => client.upload(target, image));
    record('upload', `${target.documentType}, ${String(Math.ceil(image.length / 1024))} KiB`);
  }
  await repeatCall(() =>
    client.confirm(sdk, { ...presigned, ...(maxMovements !== undefined && { maxMovements }) }),
  );
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
