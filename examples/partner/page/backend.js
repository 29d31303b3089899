/**
 * @typedef {{at: string, step: string, detail: string}} TimelineEvent
 *
 * @typedef {object} Summary
 * @property {string} partnerSessionId
 * @property {string | null} flow
 * @property {string | null} since
 * @property {string} status
 * @property {string | null} result
 * @property {string | null} reasonCode
 *
 * @typedef {object} SessionParts
 * @property {TimelineEvent[]} timeline
 * @property {boolean} canOpen
 * @property {{webhookId: string, body: unknown} | null} callback
 * @property {Record<string, unknown> | null} details
 *
 * @typedef {Summary & SessionParts} Session
 */

/**
 * Calls the backend of this page.
 *
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<unknown>} null for what is not there
 * @throws Error with a message for people
 */
async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (answer.status === 404) return null;
  /** @type {unknown} */
  const data = await answer.json();
  if (answer.ok) return data;
  const isExplained = typeof data === 'object' && data !== null && 'error' in data;
  throw new Error(isExplained ? String(data.error) : 'It did not work. Please try again.');
}

/**
 * @param {string} flow
 * @returns {Promise<string>} the address that opens the new session
 */
export async function startSession(flow) {
  const started = /** @type {Session} */ (await call('POST', '/api/sessions', { flow }));
  return `/sessions/${encodeURIComponent(started.partnerSessionId)}/open`;
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
