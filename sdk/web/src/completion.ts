import { parseAddress } from './parse-address.js';
import { endingError, OneKycErrorCode, type OneKycError } from './sdk-error.js';

/**
 * `COMPLETED`: the checks were made, passed or not; your backend reads the verdict. `NOT_COMPLETED`:
 * the person left. `ERROR`: it could not go on.
 */
export type CompletionStatus = 'COMPLETED' | 'NOT_COMPLETED' | 'ERROR';

export interface Completion {
  readonly correlationId: string;
  readonly status: CompletionStatus;
  /** With `COMPLETED` alone. */
  readonly submissionId?: string;
  /** Unless `COMPLETED`. */
  readonly error?: OneKycError;
}

/** Called exactly once a launch; never by a redirect that succeeds, which leaves the page. */
export type OnCompletion = (completion: Completion) => void;

export type Outcome = Omit<Completion, 'correlationId'>;

export function failed(error: OneKycError): Outcome {
  const isCancelled = error.code === OneKycErrorCode.CANCELLED;
  return { status: isCancelled ? 'NOT_COMPLETED' : 'ERROR', error };
}

/** What the capture app or the redirect contract says of an ending. */
export function outcomeOf(
  status: unknown,
  errorCode: string | undefined,
  submissionId?: string,
): Outcome {
  if (status !== 'COMPLETED') return failed(endingError(errorCode));
  return { status, ...(submissionId !== undefined && { submissionId }) };
}

/**
 * After a redirect: what the address of your page says of the session that ended, or `null` when it
 * is no such address. Anybody can type an address: read the verdict in your backend.
 */
export function readCompletion(address: string): Completion | null {
  const query = parseAddress(address)?.searchParams ?? new URLSearchParams();
  const status = query.get('status');
  const correlationId = query.get('partner_session_id');
  if (correlationId === null || (status !== 'COMPLETED' && status !== 'ERROR')) return null;
  return { correlationId, ...outcomeOf(status, query.get('error_code') ?? undefined) };
}
