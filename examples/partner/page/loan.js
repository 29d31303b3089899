import { call, Refusal } from './backend.js';
import { createCardForm } from './card-form.js';
import { byId, formById, inputById, runOnce, showPart } from './dom.js';
import { createEmbeddedScan } from './embedded-scan.js';
import { outcomeWords } from './loan-outcome.js';
import { followScan } from './scanned-form.js';

const form = formById('application');
const cardForm = createCardForm(form);
const amount = inputById('amount');
const { pathOf } = followScan({
  showcase: 'loan',
  cardForm,
  scan: createEmbeddedScan('loan'),
});

amount.addEventListener('input', showAmount);
showAmount();

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

async function apply() {
  try {
    const values = { ...cardForm.read(), amount: Number(amount.value) };
    cardForm.showProblems({});
    showOutcome(
      /** @type {import('./loan-outcome.js').Outcome} */ (
        await call('POST', pathOf('loan-application'), values)
      ),
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
