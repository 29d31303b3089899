/* global location */
import { call, Refusal, startSession } from './backend.js';
import { showCalls } from './calls.js';
import { createCardForm } from './card-form.js';
import { byId, formById, runOnce, showPart } from './dom.js';
import { followVisit } from './follow.js';
import { showRefused } from './refused.js';
import { showWaiting } from './waiting.js';

/** @typedef {import('./backend.js').Session} Session */

const form = formById('signup');
const cardForm = createCardForm(form);
let partnerSessionId = '';

showCalls(null);
followVisit(show);

for (const id of ['scan', 'scan-again']) {
  const button = byId(id);
  button.addEventListener('click', () => {
    void runOnce(button, byId(`${id}-problem`), async () => {
      location.assign(await startSession({ showcase: 'signup' }));
    });
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void runOnce(byId('create'), byId('form-problem'), createAccount);
});

/** @param {Session} session */
function show(session) {
  if (session.state === 'WAITING') showWaiting(session);
  else if (session.state !== 'ACCEPTED') showRefused(session);
  else if (session.details !== null) void showForm(session);
}

/** @param {Session} session */
async function showForm(session) {
  partnerSessionId = session.partnerSessionId;
  const answer = /** @type {{fields: import('./card-form.js').Prefill | null} | null} */ (
    await call('GET', `/api/sessions/${encodeURIComponent(partnerSessionId)}/prefill`)
  );
  if (!answer?.fields) return;
  cardForm.fill(answer.fields);
  const missing = Object.values(answer.fields).filter(({ value }) => value === null).length;
  byId('form-lead').textContent =
    missing === 0
      ? 'All of it was read from your card. Please check it.'
      : `Read from your card. Please check it and fill in the ${String(missing)} marked.`;
  showPart('form');
}

async function createAccount() {
  try {
    const path = `/api/sessions/${encodeURIComponent(partnerSessionId)}/account`;
    const account = /** @type {{accountNumber: string, nik: string, corrected: string[]}} */ (
      await call('POST', path, cardForm.read())
    );
    byId('account-number').textContent = account.accountNumber;
    byId('account-nik').textContent = account.nik;
    byId('account-corrected').textContent =
      account.corrected.length === 0 ? 'nothing' : account.corrected.join(', ');
    showPart('done');
  } catch (error) {
    if (error instanceof Refusal) cardForm.showProblems(error.problems);
    throw error;
  }
}
