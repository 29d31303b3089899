import type { z } from 'zod';
import { failureEnvelope, successEnvelope } from './partner-answers.js';
import { PlatformRefusal, PlatformUnreachable, UnexpectedAnswer } from './partner-errors.js';

export interface WireCall {
  /** What the call is named in an error. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
}

/** A presigned upload of 10 MB over a slow line is the slowest call. */
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * Makes one call and gives back the `data` of its envelope.
 *
 * @throws PlatformRefusal, PlatformUnreachable, UnexpectedAnswer
 */
export async function callPlatform<Schema extends z.ZodType>(
  call: WireCall,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const { status, text } = await send(call);
  const body = parseJson(text);
  if (status >= 400) throw refusal(call.name, status, body);
  const envelope = successEnvelope.safeParse(body);
  if (!envelope.success) throw new UnexpectedAnswer(call.name, `HTTP ${String(status)}, no data`);
  const data = schema.safeParse(envelope.data.data);
  if (data.success) return data.data;
  const paths = data.error.issues.map((issue) => issue.path.join('.') || 'data');
  throw new UnexpectedAnswer(call.name, `${[...new Set(paths)].join(', ')} not as expected`);
}

/** Puts bytes at a presigned address. The object store answers without an envelope. */
export async function putBytes(call: WireCall): Promise<void> {
  const { status } = await send(call);
  if (status >= 300) throw new PlatformRefusal(call.name, status, null, null);
}

async function send(call: WireCall): Promise<{ status: number; text: string }> {
  try {
    const answer = await fetch(call.url, {
      method: call.method,
      headers:
        call.json === undefined
          ? { ...call.headers }
          : { ...call.headers, 'content-type': 'application/json' },
      body: call.json === undefined ? (bodyBytes(call.bytes) ?? null) : JSON.stringify(call.json),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    throw new PlatformUnreachable(new URL(call.url).origin, networkReason(error));
  }
}

/** Fetch wants bytes that are not on shared memory. */
function bodyBytes(bytes: Uint8Array | undefined): Uint8Array<ArrayBuffer> | undefined {
  return bytes === undefined ? undefined : new Uint8Array(bytes);
}

/** Fetch hides the reason, such as `ECONNREFUSED`, in the cause of its error. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  const cause: unknown = error.cause;
  const code: unknown =
    typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined;
  return typeof code === 'string' ? code : error.name === 'TimeoutError' ? 'timeout' : 'no answer';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(name: string, status: number, body: unknown): PlatformRefusal {
  const parsed = failureEnvelope.safeParse(body);
  const first = parsed.success ? parsed.data.errors[0] : undefined;
  return new PlatformRefusal(name, status, first?.code ?? null, first?.cause ?? null);
}
