/* global location */
import { readSession, refreshSession } from './backend.js';
import { showCalls } from './calls.js';
import { showPart } from './dom.js';

/** @typedef {import('./backend.js').Session} Session */

const POLL_MS = 1_000;

/** A callback usually arrives within a second. After ten the backend asks by itself. */
const POLLS_BEFORE_ASKING = 10;

/** @returns {string | null} the session that the person came back with */
export function sessionOfAddress() {
  return new URLSearchParams(location.search).get('session');
}

/**
 * Shows the part `start` without a session, else hands the session on until it has ended and its
 * details are there. What the address says besides is not looked at.
 *
 * @param {(session: Session) => void} show called with every new state
 */
export function followVisit(show) {
  const partnerSessionId = sessionOfAddress();
  if (partnerSessionId === null) showPart('start');
  else followSession(partnerSessionId, show);
}

/**
 * @param {string} partnerSessionId
 * @param {(session: Session) => void} show called with every new state
 */
export function followSession(partnerSessionId, show) {
  void follow(partnerSessionId, show, 1);
}

/**
 * @param {string} partnerSessionId
 * @param {(session: Session) => void} show
 * @param {number} turn
 */
async function follow(partnerSessionId, show, turn) {
  const isAsking = turn % POLLS_BEFORE_ASKING === 0;
  const session = await (isAsking ? refreshSession : readSession)(partnerSessionId).catch(
    () => 'unreachable',
  );
  if (session === null) {
    showPart('unknown');
    return;
  }
  if (typeof session !== 'string') {
    showCalls(session);
    show(session);
    if (session.state !== 'WAITING' && session.details !== null) return;
  }
  setTimeout(() => void follow(partnerSessionId, show, turn + 1), POLL_MS);
}
