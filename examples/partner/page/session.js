/* global location */
import { readSession, refreshSession } from './backend.js';
import { byId, make, makeLink } from './dom.js';
import { describeStanding } from './standing.js';
import { showDetails } from './details.js';

/**
 * @typedef {import('./backend.js').Session} Session
 *
 * @typedef {import('./backend.js').TimelineEvent} TimelineEvent
 */

const POLL_MS = 1_500;

const query = new URLSearchParams(location.search);
const partnerSessionId = query.get('partner_session_id') ?? location.pathname.split('/')[2] ?? '';

showReturned();
void follow();

/** Shows the session until the callback and the details are there. */
async function follow() {
  const session = await readSession(partnerSessionId).catch(() => 'unreachable');
  if (session === null) {
    showUnknown();
    return;
  }
  if (typeof session === 'string') {
    byId('explanation').textContent = 'Our backend does not answer. This page keeps trying.';
  } else {
    show(session);
    if (session.callback !== null && session.details !== null) return;
  }
  setTimeout(() => void follow(), POLL_MS);
}

function showUnknown() {
  byId('headline').textContent = 'We do not know this session';
  byId('explanation').textContent =
    'Our backend may have been restarted since: it keeps them in memory.';
  byId('actions').replaceChildren(makeLink('Start again', '/'));
}

/** @param {Session} session */
function show(session) {
  const standing = describeStanding(session, query.get('error_code'));
  byId('headline').textContent = standing.headline;
  byId('explanation').textContent = standing.explanation;
  showActions(session);
  byId('timeline').replaceChildren(...session.timeline.map(makeEvent));
  showDetails(session.details, session.callback?.body ?? null);
}

/** @param {Session} session */
function showActions(session) {
  if (session.callback !== null) {
    byId('actions').replaceChildren(makeLink('Start another check', '/'));
    return;
  }
  if (!session.canOpen || byId('actions').childElementCount > 0) return;
  const resume = makeLink(
    'Continue the check',
    `/sessions/${encodeURIComponent(partnerSessionId)}/open`,
  );
  const ask = make('button', 'secondary', 'Ask Kenali how it stands');
  ask.addEventListener('click', () => {
    void refreshSession(partnerSessionId).then((refreshed) => {
      if (refreshed !== null) show(refreshed);
    });
  });
  byId('actions').replaceChildren(resume, ask);
}

/**
 * @param {TimelineEvent} event
 * @returns {HTMLElement}
 */
function makeEvent({ at, step, detail }) {
  const label = {
    token: 'Partner token',
    initiated: 'Session initiated',
    opened: 'Launch URL opened',
    returned: 'Browser came back',
    callback: 'Callback',
    details: 'Details',
  }[step];
  return make(
    'li',
    step === 'callback' ? 'important' : '',
    make('time', 'quiet', new Date(at).toLocaleTimeString()),
    make('strong', '', label ?? step),
    make('span', 'quiet', detail),
  );
}

function showReturned() {
  const members = ['status', 'error_code', 'partner_session_id'].filter((name) => query.has(name));
  if (members.length === 0) return;
  byId('returned-list').replaceChildren(
    ...members.flatMap((name) => [make('dt', '', name), make('dd', '', query.get(name) ?? '')]),
  );
  byId('returned').hidden = false;
}
