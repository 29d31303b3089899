/* global window */
import { call } from './backend.js';
import { byId, formById, makeLink, runOnce, showPart } from './dom.js';
import { wordsFor } from './reason-words.js';

/**
 * @typedef {object} Visit
 * @property {'WAITING' | 'ACCEPTED' | 'REJECTED' | 'FAILED'} state
 * @property {string | null} reasonCode
 * @property {boolean} isOpened
 * @property {{number: string, name: string, host: string, printedAt: string} | null} badge
 */

const POLL_MS = 1_000;

const form = formById('visit');
let shownVisitId = '';

showPart('start');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void runOnce(byId('check-in'), byId('visit-problem'), startVisit);
});
byId('print').addEventListener('click', () => {
  window.print();
});
for (const id of ['next', 'cancel', 'refused-next-visitor']) {
  byId(id).addEventListener('click', () => {
    shownVisitId = '';
    form.reset();
    showPart('start');
  });
}

async function startVisit() {
  const { visitId, phoneUrl } = /** @type {{visitId: string, phoneUrl: string}} */ (
    await call('POST', '/api/kiosk/visits', Object.fromEntries(new FormData(form)))
  );
  shownVisitId = visitId;
  byId('qr').setAttribute('src', `/api/kiosk/visits/${encodeURIComponent(visitId)}/qr.svg`);
  const link = makeLink('Open on this device instead', phoneUrl);
  link.target = '_blank';
  byId('phone-link').replaceChildren(link);
  byId('phone-state').textContent = 'Waiting for your phone …';
  showPart('waiting');
  void follow(visitId);
}

/** @param {string} visitId */
async function follow(visitId) {
  const visit = /** @type {Visit | string | null} */ (
    await call('GET', `/api/kiosk/visits/${encodeURIComponent(visitId)}`).catch(() => 'unreachable')
  );
  // The desk has gone on to the next visitor meanwhile.
  if (visitId !== shownVisitId) return;
  if (visit !== null && typeof visit === 'object' && showVisit(visit)) return;
  setTimeout(() => void follow(visitId), POLL_MS);
}

/**
 * @param {Visit} visit
 * @returns {boolean} whether it is over
 */
function showVisit(visit) {
  if (visit.badge !== null) {
    byId('badge-name').textContent = visit.badge.name;
    byId('badge-number').textContent = visit.badge.number;
    byId('badge-host').textContent = visit.badge.host;
    byId('badge-date').textContent = new Date(visit.badge.printedAt).toLocaleDateString(undefined, {
      dateStyle: 'medium',
    });
    showPart('badge');
    return true;
  }
  if (visit.state === 'REJECTED' || visit.state === 'FAILED') {
    const { what, next } = wordsFor(visit);
    byId('refused-what').textContent = what;
    byId('refused-next').textContent = next;
    showPart('refused');
    return true;
  }
  if (visit.isOpened)
    byId('phone-state').textContent = 'Go on with your phone. We are waiting here.';
  return false;
}
