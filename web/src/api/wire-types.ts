import { ChallengeAction } from '../../../contract/challenge.js';
import { PersonCapture, AttendedFlowName } from '../../../contract/flow.js';
import { DeviceRole, HandoffState } from '../../../contract/handoff.js';
import { isRecord } from '../../../contract/is-record.js';
import { NextAction, SubmissionStatus } from '../../../contract/submission.js';
import {
  findMember,
  MalformedAnswerError,
  readArray,
  readMember,
  readNullableString,
  readNumber,
  readRecord,
  readString,
} from './read-json.js';

export interface RedirectAddresses {
  readonly success: string | null;
  readonly failure: string | null;
}

/** What opening the launch URL answers. */
export interface LaunchedSession {
  readonly userToken: string;
  readonly submissionId: string;
  readonly partnerSessionId: string;
  readonly flow: AttendedFlowName;
  readonly captures: readonly PersonCapture[];
  /** `id_ID`, `en_ID`, …; an open list. */
  readonly userLocale: string;
  /** `LIGHT_MODE`, `DARK_MODE` or `NO_PREFERENCE`; anything else counts as the last. */
  readonly theme: string;
  /** The partner's colours and the like, parsed where they are shown. */
  readonly partnerTheme: unknown;
  /** What the launch of the Web SDK changes of it. */
  readonly launchTheme?: unknown;
  readonly redirect: RedirectAddresses;
  /** `HANDOFF` on a phone that took over: it never redirects. */
  readonly role: DeviceRole;
  /** Whether this device may hand over to a phone, and whether it must. */
  readonly qr: { readonly allowed: boolean; readonly forced: boolean };
  /** Whether a picture may be chosen from this device instead of taken by its camera. */
  readonly allowFileUpload: boolean;
}

export interface UploadTarget {
  readonly documentType: PersonCapture;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** On a phone that took over: there is one already, from the device before. */
  readonly isUploaded?: boolean;
}

/** A QR picture for a phone. */
export interface OpenedHandoff {
  /** What the picture says. */
  readonly url: string;
  readonly expiresInMs: number;
}

/** What the open attempt asks for. */
export interface UploadTargets {
  readonly attempt: number;
  readonly targets: readonly UploadTarget[];
  /** What the frames of a selfie are marked with; `null` from a service that takes none. */
  readonly captureNonce: string | null;
}

export interface SubmissionProgress {
  readonly status: SubmissionStatus;
  readonly nextAction: NextAction | null;
  /** An open list: a code this page does not know is shown in general words. */
  readonly reasonCode: string | null;
  /** The captures that the open attempt asks for; empty while one is being checked. */
  readonly captures: readonly PersonCapture[];
  /**
   * The movements to make while the selfie is taken, in their order; `null` where there are none, or one that
   * this page does not know.
   */
  readonly movements: readonly ChallengeAction[] | null;
  /** By this device's clock: an answer that is sent later is not looked at. */
  readonly answerBy?: number;
  readonly pollAfterMs: number;
  /** What captures are locked up with on the device, see `keeping/`; `null` when none is asked for. */
  readonly captureLock: string | null;
  /** Where the latest hand-off to a phone is; `null` when there was none. */
  readonly handoff: HandoffState | null;
}

const DEFAULT_POLL_MS = 1_000;

function readDocuments(source: Record<string, unknown>, field: string): readonly PersonCapture[] {
  return readArray(source, field).map((entry) => {
    const document = findMember(entry, PersonCapture);
    if (document === null) throw new MalformedAnswerError(field);
    return document;
  });
}

export function readLaunchedSession(data: Record<string, unknown>): LaunchedSession {
  const redirect = readRecord(data, 'redirect');
  const qr = readRecord(data, 'qr');
  return {
    userToken: readString(data, 'userToken'),
    submissionId: readString(data, 'submissionId'),
    partnerSessionId: readString(data, 'partnerSessionId'),
    flow: readMember(data, 'flow', AttendedFlowName),
    captures: readDocuments(data, 'captures'),
    userLocale: readString(data, 'userLocale'),
    theme: readString(data, 'theme'),
    partnerTheme: data.partnerTheme,
    redirect: {
      success: readNullableString(redirect, 'success'),
      failure: readNullableString(redirect, 'failure'),
    },
    role: readMember(data, 'role', DeviceRole),
    qr: { allowed: qr.allowed === true, forced: qr.forced === true },
    // A service from before there was such a setting offers it.
    allowFileUpload: data.allowFileUpload !== false,
  };
}

export function readUploadTargets(data: Record<string, unknown>): UploadTargets {
  const targets = readArray(data, 'urls').map((entry) => {
    if (!isRecord(entry)) throw new MalformedAnswerError('urls');
    const headers = readRecord(entry, 'headers');
    return {
      documentType: readMember(entry, 'documentType', PersonCapture),
      url: readString(entry, 'url'),
      method: readString(entry, 'method'),
      headers: Object.fromEntries(
        Object.keys(headers).map((name) => [name, readString(headers, name)]),
      ),
      ...(entry.uploaded === true && { isUploaded: true }),
    };
  });
  return {
    attempt: readNumber(data, 'attempt'),
    targets,
    captureNonce: readNullableString(data, 'captureNonce'),
  };
}

export function readOpenedHandoff(data: Record<string, unknown>): OpenedHandoff {
  return {
    url: readString(data, 'handoffUrl'),
    expiresInMs: readNumber(data, 'expiresInSeconds') * 1000,
  };
}

function findMovements(challenge: unknown): readonly ChallengeAction[] | null {
  if (!isRecord(challenge)) return null;
  const { action, then = null } = challenge;
  const named = then === null ? [action] : [action, then];
  const known = named.map((name) => findMember(name, ChallengeAction));
  return known.includes(null) ? null : known.filter((movement) => movement !== null);
}

/** The time that is left counts, since the clock of a device may be wrong; none from an earlier service. */
function findAnswerBy(challenge: unknown): { answerBy?: number } {
  if (!isRecord(challenge) || challenge.expiresInMs === undefined) return {};
  return { answerBy: Date.now() + readNumber(challenge, 'expiresInMs') };
}

export function readSubmissionProgress(data: Record<string, unknown>): SubmissionProgress {
  return {
    status: readMember(data, 'status', SubmissionStatus),
    nextAction: findMember(data.nextAction, NextAction),
    reasonCode: readNullableString(data, 'reasonCode'),
    captures: data.captures === undefined ? [] : readDocuments(data, 'captures'),
    movements: findMovements(data.challenge),
    ...findAnswerBy(data.challenge),
    pollAfterMs:
      data.pollAfterMs === undefined || data.pollAfterMs === null
        ? DEFAULT_POLL_MS
        : readNumber(data, 'pollAfterMs'),
    captureLock: readNullableString(data, 'captureLock'),
    handoff: isRecord(data.handoff) ? findMember(data.handoff.state, HandoffState) : null,
  };
}
