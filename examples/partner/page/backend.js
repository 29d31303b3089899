/**
 * @typedef {{at: string, step: string, detail: string}} TimelineEvent
 *
 * @typedef {object} Summary
 * @property {string} partnerSessionId
 * @property {string | null} flow
 * @property {string | null} page
 * @property {string | null} since
 * @property {string} status
 * @property {string | null} result
 * @property {string | null} reasonCode
 * @property {'WAITING' | 'ACCEPTED' | 'REJECTED' | 'FAILED'} state
 *
 * @typedef {object} SessionParts
 * @property {TimelineEvent[]} timeline
 * @property {boolean} canOpen
 * @property {{path: string, status: string | null, errorCode: string | null} | null} returned
 * @property {{webhookId: string, receivedAt: string, body: unknown} | null} callback
 * @property {Record<string, unknown> | null} details
 *
 * @typedef {Summary & SessionParts} Session
 */

/** The backend refused, in words for people; `problems` are those of the form, by field. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {Record<string, string>} problems
   */
  constructor(message, problems) {
    super(message);
    this.problems = problems;
  }
}

/**
 * Calls the backend of this page.
 *
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<unknown>} null for what is not there
 * @throws Refusal
 */
export async function call(method, path, body) {
  return read(
    await fetch(path, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }),
  );
}

/**
 * @param {Response} answer
 * @returns {Promise<unknown>} null for what is not there
 * @throws Refusal
 */
export async function read(answer) {
  if (answer.status === 404) return null;
  /** @type {unknown} */
  const data = await answer.json();
  if (answer.ok) return data;
  const refusal = /** @type {{error?: string, problems?: Record<string, string>}} */ (data);
  const message = refusal.error ?? 'It did not work. Please try again.';
  throw new Refusal(message, refusal.problems ?? {});
}

/**
 * @param {object} plan `{flow}` or `{showcase, again}`
 * @returns {Promise<string>} the address that opens the new session
 */
export async function startSession(plan) {
  const started = /** @type {Session} */ (await call('POST', '/api/sessions', plan));
  return openAddress(started.partnerSessionId);
}

/**
 * @param {string} partnerSessionId
 * @returns {string} the address that opens the session, for the first time or again
 */
export function openAddress(partnerSessionId) {
  return `/sessions/${encodeURIComponent(partnerSessionId)}/open`;
}

/** @returns {Promise<Summary[]>} newest first */
export async function listSessions() {
  const answer = /** @type {{sessions: Summary[]}} */ (await call('GET', '/api/sessions'));
  return answer.sessions;
}

/**
 * @param {string} partnerSessionId
 * @returns {Promise<Session | null>}
 */
export async function readSession(partnerSessionId) {
  const path = `/api/sessions/${encodeURIComponent(partnerSessionId)}`;
  return /** @type {Session | null} */ (await call('GET', path));
}

/**
 * Has the backend ask Kenali, without waiting for the callback.
 *
 * @param {string} partnerSessionId
 * @returns {Promise<Session | null>}
 */
export async function refreshSession(partnerSessionId) {
  const path = `/api/sessions/${encodeURIComponent(partnerSessionId)}/refresh`;
  return /** @type {Session | null} */ (await call('POST', path));
}
