import { ApiError, ConnectionError } from './api-error.js';
import { isRecord } from '../../../contract/is-record.js';
import { readRecord } from './read-json.js';

export type Fetch = typeof fetch;

export interface JsonCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Longer than a slow mobile connection needs for a small answer, shorter than patience. */
const TIMEOUT_MS = 20_000;

/**
 * One call to our own origin; answers the `data` of the envelope. Throws `ConnectionError`,
 * `ApiError` or `MalformedAnswerError`.
 */
export async function callJson(fetchJson: Fetch, call: JsonCall): Promise<Record<string, unknown>> {
  const { status, ok, text } = await send(fetchJson, call);
  const body = parseBody(text);
  if (!ok) throw new ApiError(status, findReason(body));
  return readRecord(isRecord(body) ? body : {}, 'data');
}

interface WholeAnswer extends Pick<Response, 'status' | 'ok'> {
  readonly text: string;
}

/** The whole of the answer counts: its body may break off, or never come, when its status is there. */
async function send(fetchJson: Fetch, call: JsonCall): Promise<WholeAnswer> {
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    timeout.abort();
  }, TIMEOUT_MS);
  try {
    const answer = await fetchJson(call.path, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: timeout.signal,
    });
    return { status: answer.status, ok: answer.ok, text: await answer.text() };
  } catch (error) {
    throw new ConnectionError({ cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** `null` for what is no JSON, for instance the page of a proxy. */
function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function findReason(body: unknown): string | null {
  const errors = isRecord(body) ? body.errors : null;
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  const cause = isRecord(first) ? first.cause : null;
  return typeof cause === 'string' ? cause : null;
}
