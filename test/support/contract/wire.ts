import { failureEnvelope } from '../../../contract/schema/envelope.js';

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly body: unknown;
}

/** One call over HTTP, such as `call(url, 'GET /livez', {})`. */
export async function call(
  origin: string,
  request: string,
  headers: Headers,
  json?: unknown,
): Promise<Answer> {
  const [method, path] = request.split(' ') as [string, string];
  const response = await fetch(new URL(path, origin), {
    method,
    headers: { ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, body };
}

/** Each error as the contract's tables write it: `400 1539 FLOW_CAN_NOT_BE_EMPTY`. */
export function refusalsOf({ status, body }: Answer): readonly string[] {
  const { errors } = failureEnvelope.parse(body);
  return errors.map(({ code, cause }) => `${String(status)} ${code} ${cause}`);
}
