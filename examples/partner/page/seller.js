/* global location */
import { startSession } from './backend.js';
import { showCalls } from './calls.js';
import { byId, make, runOnce, showPart } from './dom.js';
import { followVisit, sessionOfAddress } from './follow.js';
import { showRefused } from './refused.js';
import { showWaiting } from './waiting.js';

/** @typedef {import('./backend.js').Session} Session */

const CHECKS = /** @type {const} */ ([
  ['document', 'Your KTP was read'],
  ['liveness', 'You were there in person'],
  ['faceMatch', 'Your face fits the photo on the card'],
]);

showCalls(null);
markSteps(sessionOfAddress() === null ? 1 : 2);
followVisit(show);

for (const id of ['start', 'again']) {
  const button = byId(id);
  button.addEventListener('click', () => {
    void runOnce(button, byId(`${id}-problem`), async () => {
      const again = sessionOfAddress();
      const plan = { showcase: 'seller', ...(again !== null && { again }) };
      location.assign(await startSession(plan));
    });
  });
}

/** @param {Session} session */
function show(session) {
  markSteps(session.state === 'WAITING' ? 2 : 3);
  if (session.state === 'WAITING') showWaiting(session);
  else if (session.state === 'ACCEPTED') showOpened(session);
  else showRefused(session);
}

/** @param {Session} session */
function showOpened({ details }) {
  const outcomes = JSON.stringify(details?.submissionDetails ?? {});
  const items = CHECKS.filter(([check]) => outcomes.includes(`"${check}":"PASS"`)).map(
    ([, words]) => make('li', '', words),
  );
  byId('checks').replaceChildren(...items);
  showPart('done');
}

/** @param {number} current */
function markSteps(current) {
  for (const [index, step] of [...byId('steps').children].entries()) {
    step.classList.toggle('is-done', index + 1 < current);
    if (index + 1 === current) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  }
}
