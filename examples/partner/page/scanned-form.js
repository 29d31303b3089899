/* global location */
import { call, startSession } from './backend.js';
import { showCalls } from './calls.js';
import { byId, runOnce, showPart } from './dom.js';
import { followSession, followVisit } from './follow.js';
import { showRefused } from './refused.js';
import { showWaiting } from './waiting.js';

/**
 * @typedef {import('./backend.js').Session} Session
 * @typedef {import('./card-form.js').Prefill} Prefill
 */

/**
 * From the button that starts a scan to the form that the card has filled: what the pages with such
 * a form have in common.
 *
 * @param {{
 *   showcase: string,
 *   cardForm: ReturnType<typeof import('./card-form.js').createCardForm>,
 *   onFilled?: (fields: Prefill) => void,
 *   scan?: () => Promise<string | null>,
 * }} page `scan` gives back the session that was scanned without leaving the page, or null
 * @returns {{pathOf: (name: string) => string}} addresses of the session that filled the form
 */
export function followScan({ showcase, cardForm, onFilled, scan }) {
  let partnerSessionId = '';
  const pathOf = (/** @type {string} */ name) =>
    `/api/sessions/${encodeURIComponent(partnerSessionId)}/${name}`;

  /** @param {Session} session */
  function show(session) {
    if (session.state === 'WAITING') showWaiting(session);
    else if (session.state !== 'ACCEPTED') showRefused(session);
    else if (session.details !== null) void showForm(session);
  }

  /** @param {Session} session */
  async function showForm(session) {
    partnerSessionId = session.partnerSessionId;
    const answer = /** @type {{fields: Prefill | null} | null} */ (
      await call('GET', pathOf('prefill'))
    );
    if (!answer?.fields) return;
    cardForm.fill(answer.fields);
    onFilled?.(answer.fields);
    showPart('form');
  }

  showCalls(null);
  followVisit(show);
  for (const id of ['scan', 'scan-again']) {
    const button = byId(id);
    button.addEventListener('click', () => {
      void runOnce(button, byId(`${id}-problem`), async () => {
        if (scan === undefined) location.assign(await startSession({ showcase }));
        else {
          const scanned = await scan();
          if (scanned !== null) followSession(scanned, show);
        }
      });
    });
  }
  return { pathOf };
}
