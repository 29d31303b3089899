import { listSessions } from './backend.js';
import { byId, make, makeChip, makeLink } from './dom.js';

/** @typedef {import('./backend.js').Summary} Summary */

void showSessions();

async function showSessions() {
  const sessions = await listSessions();
  if (sessions.length === 0) return;
  byId('sessions').replaceChildren(...sessions.map(makeRow));
  byId('sessions-title').hidden = false;
}

/**
 * @param {Summary} session
 * @returns {HTMLElement}
 */
function makeRow(session) {
  const link = makeLink('', `/sessions/${encodeURIComponent(session.partnerSessionId)}`);
  const when = session.since === null ? '' : new Date(session.since).toLocaleTimeString();
  link.append(
    make('span', 'row-name', (session.flow ?? 'flow unknown').replaceAll('_', ' ')),
    make('span', 'quiet', when),
    makeChip(session),
  );
  return make('li', '', link);
}
