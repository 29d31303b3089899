/* global HTMLFormElement, location */
import { listSessions, startSession } from './backend.js';
import { byId, make, makeChip, makeLink } from './dom.js';

/** @typedef {import('./backend.js').Summary} Summary */

const form = byId('start');
const button = byId('go');
const problem = byId('problem');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void start();
});
void showSessions();

async function start() {
  if (!(form instanceof HTMLFormElement)) return;
  button.setAttribute('disabled', '');
  problem.textContent = '';
  try {
    const flow = new FormData(form).get('flow');
    location.assign(await startSession(typeof flow === 'string' ? flow : ''));
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : 'It did not work.';
    button.removeAttribute('disabled');
  }
}

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
