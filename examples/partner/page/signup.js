import { call, Refusal } from './backend.js';
import { createCardForm } from './card-form.js';
import { byId, formById, runOnce, showPart } from './dom.js';
import { followScan } from './scanned-form.js';

const form = formById('signup');
const cardForm = createCardForm(form);
const { pathOf } = followScan({ showcase: 'signup', cardForm, onFilled: showLead });

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void runOnce(byId('create'), byId('form-problem'), createAccount);
});

/** @param {import('./card-form.js').Prefill} fields */
function showLead(fields) {
  const missing = Object.values(fields).filter(({ value }) => value === null).length;
  byId('form-lead').textContent =
    missing === 0
      ? 'All of it was read from your card. Please check it.'
      : `Read from your card. Please check it and fill in the ${String(missing)} marked.`;
}

async function createAccount() {
  try {
    const account = /** @type {{accountNumber: string, nik: string, corrected: string[]}} */ (
      await call('POST', pathOf('account'), cardForm.read())
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
