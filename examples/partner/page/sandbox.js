import { call } from './backend.js';
import { byId, inputById, make, makeLink } from './dom.js';
import { sandboxWords } from './sandbox-words.js';

/** @typedef {import('./sandbox-words.js').Outcome} Outcome */

/** @type {Outcome[]} */
let outcomes = [];
const delayed = inputById('delayed');

delayed.addEventListener('change', showOutcomes);
void load();

async function load() {
  const answer = /** @type {{isAvailable: boolean, outcomes: Outcome[]}} */ (
    await call('GET', '/api/sandbox/outcomes')
  );
  ({ outcomes } = answer);
  byId('unavailable').hidden = answer.isAvailable;
  showOutcomes();
}

function showOutcomes() {
  const shown = outcomes.filter(({ delaySeconds }) => delaySeconds > 0 === delayed.checked);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  byId('outcomes').replaceChildren(
    ...kinds.map((kind) => {
      const ofKind = shown.filter((outcome) => outcome.kind === kind);
      const { title, meaning } = sandboxWords(kind);
      return make(
        'section',
        'outcome-group',
        make('h2', '', title),
        make('p', 'quiet', meaning),
        make('ul', 'outcome-list', ...ofKind.map(makeItem)),
      );
    }),
  );
}

/** @param {Outcome} outcome */
function makeItem({ userId, reasonCode, kind }) {
  const link = makeLink(reasonCode ?? kind, `/sandbox/${userId}`);
  link.className = 'outcome-link';
  return make('li', '', link);
}
