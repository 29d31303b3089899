import type { ServerResponse } from 'node:http';

/** What a request turned out to be about. Nothing personal: no user id, no partner session id. */
export interface LogContext {
  readonly partnerCode?: string;
  readonly submissionId?: string;
  /** The causes that a refused request was answered with. */
  readonly causes?: readonly string[];
}

const contexts = new WeakMap<ServerResponse, LogContext>();

/** Adds to the line that is logged when the request has been answered. */
export function addLogContext(res: ServerResponse, context: LogContext): void {
  contexts.set(res, { ...contexts.get(res), ...context });
}

export function logSubmission(
  res: ServerResponse,
  submission: { readonly id: string; readonly partnerCode: string },
): void {
  addLogContext(res, { partnerCode: submission.partnerCode, submissionId: submission.id });
}

export function readLogContext(res: ServerResponse): LogContext {
  return contexts.get(res) ?? {};
}
