import { randomUUID } from 'node:crypto';
import type { CaptureSession } from '../../../cli/session/capture-client.js';
import type { PartnerClient, PartnerSession } from '../../../cli/session/partner-client.js';
import type { StatusAnswer } from '../../../cli/session/partner-answers.js';
import { PlatformRefusal } from '../../../cli/session/partner-errors.js';
import type { CapturePlace } from '../../../contract/capture.js';
import { FlowName, type DocumentType } from '../../../contract/flow.js';
import { SubmissionStatus } from '../../../contract/submission.js';
import { WireCode } from '../../../contract/wire-error.js';
import { createPatience, type AskPatiently } from '../../support/ask-patiently.js';
import { followStatus } from '../../support/follow-status.js';
import { Conduct, type PlannedSession } from '../plan/plan-sessions.js';
import type { InvitedPartner } from '../../support/invite-partner.js';
import type { RunClock } from '../stage/run-clock.js';
import { matchFaces } from './match-faces.js';
import type { ObservedSession } from './observed-session.js';

export interface SessionStage {
  readonly clock: RunClock;
  readonly partner: InvitedPartner;
  /** The pictures of the session's person. */
  readonly pictures: Readonly<Record<DocumentType, Uint8Array>>;
  /** Addresses of the same, where the partner names them. */
  readonly imageUrl: (partnerSessionId: string, documentType: DocumentType) => string;
  /** How long a client goes on asking. */
  readonly patienceMs: number;
}

type Noted = Omit<ObservedSession, 'failure'>;
type Note = (seen: Partial<Noted>) => void;

/** One session through the public contract, by a client that repeats what was not answered. */
export async function runSession(
  stage: SessionStage,
  planned: PlannedSession,
): Promise<ObservedSession> {
  const { clock, partner } = stage;
  const partnerSessionId = randomUUID();
  let noted: Noted = {
    planned,
    partner: partner.code,
    partnerSessionId,
    submissionId: null,
    confirmed: [],
    startedMs: clock.elapsedMs(),
    confirmedMs: null,
    endedMs: null,
    status: null,
    details: null,
  };
  const note: Note = (seen) => {
    noted = { ...noted, ...seen };
  };
  try {
    const session = { partnerSessionId, userId: planned.userId, userIdType: 'CHAOS_USER' };
    await play(stage, planned, session, note);
    return { ...noted, failure: null };
  } catch (error) {
    return { ...noted, failure: error instanceof Error ? error.message : 'unknown' };
  }
}

async function play(
  stage: SessionStage,
  planned: PlannedSession,
  session: PartnerSession,
  note: Note,
): Promise<void> {
  const { clock, partner, patienceMs } = stage;
  const client = partner.clients[planned.environment];
  const ask = createPatience(patienceMs);
  if (planned.flow === FlowName.FACE_MATCH) {
    const ended = await matchFaces(stage, planned, session, ask);
    note({ ...ended, endedMs: clock.elapsedMs() });
  } else if (planned.conduct === Conduct.VANISH) {
    // Whether it was answered or not: the person has gone.
    await client.initiateSdk(session, planned.flow).catch(() => null);
    return;
  } else {
    const visit = { stage, planned, session, client, ask, note };
    const hasEnded = await attend(visit).catch(passOverLeft(planned));
    if (!hasEnded) return;
  }
  const details = await ask(() => client.readDetails(session));
  note({ details, submissionId: details.submissionId });
}

/** How often a device asks what became of its attempt. */
const POLL_MS = 500;

interface Visit {
  readonly stage: SessionStage;
  readonly planned: PlannedSession;
  readonly session: PartnerSession;
  readonly client: PartnerClient;
  readonly ask: AskPatiently;
  readonly note: Note;
}

/** @returns whether it was followed to its end */
async function attend(visit: Visit): Promise<boolean> {
  const { stage, planned, session, client, ask, note } = visit;
  const { conduct, flow } = planned;
  const { token: userToken } = await ask(() => client.initiateSdk(session, flow));
  const { partnerSessionId } = session;
  const device = { userToken, partnerSessionId, sdkSessionId: randomUUID() };
  if (conduct === Conduct.LEAVE) return false;
  let known: string | null = null;
  let confirmed: readonly CapturePlace[] = [];
  for (;;) {
    const sent: SentCaptures | null = await sendCaptures(visit, device).catch((error: unknown) => {
      // It was cancelled between two attempts: the status tells.
      if (known !== null && isFinished(error)) return { submissionId: known, places: [] };
      throw error;
    });
    if (sent === null) return false;
    const { submissionId, places } = sent;
    known = submissionId;
    confirmed = [...confirmed, ...places];
    note({ submissionId, confirmed, confirmedMs: stage.clock.elapsedMs() });
    if (conduct === Conduct.CANCEL) await ask(() => passOverFinished(client.cancel(session)));
    const readStatus = () => client.readStatus(device, submissionId);
    const status = await followStatus(ask, readStatus, POLL_MS);
    if (status.status !== SubmissionStatus.IN_PROGRESS) {
      note({ status: toldBy(status), endedMs: stage.clock.elapsedMs() });
      return true;
    }
  }
}

interface SentCaptures {
  readonly submissionId: string;
  readonly places: readonly CapturePlace[];
}

/** Null when the person has gone before the confirm. */
async function sendCaptures(
  { stage, planned, client, ask }: Visit,
  device: CaptureSession,
): Promise<SentCaptures | null> {
  const presign = () => client.presign(device, planned.flow);
  const { urls, ...presigned } = await ask(presign);
  for (const target of urls) {
    await ask(() => client.upload(target, stage.pictures[target.documentType]));
  }
  if (planned.conduct === Conduct.LEAVE_UPLOADED) return null;
  await ask(() => passOverFinished(client.confirm(device, presigned)));
  const { submissionId, attempt } = presigned;
  if (attempt === undefined) throw new Error('The upload addresses name no attempt.');
  return {
    submissionId,
    places: urls.map(({ documentType }) => ({ submissionId, attempt, documentType })),
  };
}

/** The session of somebody who goes away is short: it may be over before it was even opened. */
function passOverLeft({ conduct }: PlannedSession) {
  return (error: unknown): false => {
    const isLeft = conduct === Conduct.LEAVE || conduct === Conduct.LEAVE_UPLOADED;
    if (isLeft && isFinished(error)) return false;
    throw error;
  };
}

/** An answer was lost, and the submission has ended since: the next question tells how. */
async function passOverFinished(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isFinished(error)) throw error;
  }
}

function isFinished(error: unknown): boolean {
  return error instanceof PlatformRefusal && error.code === WireCode.SUBMISSION_ALREADY_FINISHED;
}

function toldBy({ status, reasonCode }: StatusAnswer) {
  return { status, reasonCode };
}
