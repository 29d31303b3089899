import { DocumentType, FlowName } from '../../../contract/flow.js';
import { NextAction, ResultScreen, SubmissionStatus } from '../../../contract/submission.js';
import {
  findMember,
  isRecord,
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
  readonly flow: FlowName;
  readonly captures: readonly DocumentType[];
  /** `id_ID`, `en_ID`, …; an open list. */
  readonly userLocale: string;
  /** `LIGHT_MODE`, `DARK_MODE` or `NO_PREFERENCE`; anything else counts as the last. */
  readonly theme: string;
  readonly resultScreen: ResultScreen;
  readonly redirect: RedirectAddresses;
}

export interface UploadTarget {
  readonly documentType: DocumentType;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SubmissionProgress {
  readonly status: SubmissionStatus;
  readonly nextAction: NextAction | null;
  /** An open list: a code this page does not know is shown in general words. */
  readonly reasonCode: string | null;
  /** The captures that the open attempt asks for; empty while one is being checked. */
  readonly captures: readonly DocumentType[];
  readonly pollAfterMs: number;
}

const DEFAULT_POLL_MS = 1_000;

function readDocuments(source: Record<string, unknown>, field: string): readonly DocumentType[] {
  return readArray(source, field).map((entry) => {
    const document = findMember(entry, DocumentType);
    if (document === null) throw new MalformedAnswerError(field);
    return document;
  });
}

export function readLaunchedSession(data: Record<string, unknown>): LaunchedSession {
  const redirect = readRecord(data, 'redirect');
  return {
    userToken: readString(data, 'userToken'),
    submissionId: readString(data, 'submissionId'),
    partnerSessionId: readString(data, 'partnerSessionId'),
    flow: readMember(data, 'flow', FlowName),
    captures: readDocuments(data, 'captures'),
    userLocale: readString(data, 'userLocale'),
    theme: readString(data, 'theme'),
    resultScreen: readMember(data, 'resultScreen', ResultScreen),
    redirect: {
      success: readNullableString(redirect, 'success'),
      failure: readNullableString(redirect, 'failure'),
    },
  };
}

export function readUploadTargets(data: Record<string, unknown>): readonly UploadTarget[] {
  return readArray(data, 'urls').map((entry) => {
    if (!isRecord(entry)) throw new MalformedAnswerError('urls');
    const headers = readRecord(entry, 'headers');
    return {
      documentType: readMember(entry, 'documentType', DocumentType),
      url: readString(entry, 'url'),
      method: readString(entry, 'method'),
      headers: Object.fromEntries(
        Object.keys(headers).map((name) => [name, readString(headers, name)]),
      ),
    };
  });
}

export function readSubmissionProgress(data: Record<string, unknown>): SubmissionProgress {
  return {
    status: readMember(data, 'status', SubmissionStatus),
    nextAction: findMember(data.nextAction, NextAction),
    reasonCode: readNullableString(data, 'reasonCode'),
    captures: data.captures === undefined ? [] : readDocuments(data, 'captures'),
    pollAfterMs:
      data.pollAfterMs === undefined || data.pollAfterMs === null
        ? DEFAULT_POLL_MS
        : readNumber(data, 'pollAfterMs'),
  };
}
