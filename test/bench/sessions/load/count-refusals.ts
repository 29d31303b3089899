import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Answers that told a caller to come again. */
export interface Refusals {
  /** By status, 429 and 503. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those that did not say when. */
  readonly withoutRetryAfter: number;
}

/** Where Node's own fetch tells of every answer's head. */
const CHANNEL = 'undici:request:headers';
const REFUSALS: readonly number[] = [429, 503];

interface AnswerHead {
  readonly response: { readonly statusCode: number; readonly headers: readonly Buffer[] };
}

/** Counts from now on, for all calls of this process. The returned function ends it. */
export function countRefusals(): () => Refusals {
  const counts: Record<string, number> = {};
  let withoutRetryAfter = 0;
  const note = (message: unknown) => {
    const { statusCode, headers } = (message as AnswerHead).response;
    if (!REFUSALS.includes(statusCode)) return;
    counts[statusCode] = (counts[statusCode] ?? 0) + 1;
    const names = headers.filter((_, index) => index % 2 === 0).map((name) => name.toString());
    if (!names.some((name) => name.toLowerCase() === 'retry-after')) withoutRetryAfter += 1;
  };
  subscribe(CHANNEL, note);
  return () => {
    unsubscribe(CHANNEL, note);
    return { counts, withoutRetryAfter };
  };
}
