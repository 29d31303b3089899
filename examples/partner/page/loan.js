/* global location */
import { call, Refusal, startSession } from './backend.js';
import { showCalls } from './calls.js';
import { createCardForm } from './card-form.js';
import { byId, formById, inputById, runOnce, showPart } from './dom.js';
import { followVisit } from './follow.js';
import { outcomeWords } from './loan-outcome.js';
import { showRefused } from './refused.js';
import { showWaiting } from './waiting.js';

/** @typedef {import('./backend.js').Session} Session */

const form = formById('application');
const cardForm = createCardForm(form);
const amount = inputById('amount');
let partnerSessionId = '';

showCalls(null);
followVisit(show);
amount.addEventListener('input', showAmount);
showAmount();

for (const id of ['scan', 'scan-again']) {
  const button = byId(id);
  button.addEventListener('click', () => {
    void runOnce(button, byId(`${id}-problem`), async () => {
      location.assign(await startSession({ showcase: 'loan' }));
    });
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void runOnce(byId('apply'), byId('form-problem'), apply);
});

byId('change').addEventListener('click', () => {
  showPart('form');
});

function showAmount() {
  byId('amount-words').textContent = `Rp ${Number(amount.value).toLocaleString('id-ID')}`;
}

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
  showPart('form');
}

async function apply() {
  try {
    const path = `/api/sessions/${encodeURIComponent(partnerSessionId)}/loan-application`;
    const values = { ...cardForm.read(), amount: Number(amount.value) };
    cardForm.showProblems({});
    showOutcome(
      /** @type {import('./loan-outcome.js').Outcome} */ (await call('POST', path, values)),
    );
  } catch (error) {
    if (error instanceof Refusal) cardForm.showProblems(error.problems);
    throw error;
  }
}

/** @param {import('./loan-outcome.js').Outcome} outcome */
function showOutcome(outcome) {
  const { title, text, tone } = outcomeWords(outcome);
  byId('outcome').className = `verdict ${tone}`;
  byId('outcome-code').textContent = outcome.outcome.replaceAll('_', ' ');
  byId('outcome-title').textContent = title;
  byId('outcome-text').textContent = text;
  showPart('outcome');
}
