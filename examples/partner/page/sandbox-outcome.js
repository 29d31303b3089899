/* global location, document */
import { call, openAddress } from './backend.js';
import { byId, make, makeLink, runOnce, showPart } from './dom.js';
import { showCalls } from './calls.js';
import { followVisit, sessionOfAddress } from './follow.js';
import { maskNikMembers } from './mask.js';
import { sandboxWords } from './sandbox-words.js';

/**
 * @typedef {import('./backend.js').Session} Session
 *
 * @typedef {import('./sandbox-words.js').Outcome} Outcome
 */

const userId = decodeURIComponent(location.pathname.split('/')[2] ?? '');

showCalls(null);
void describe();
followVisit(show);

for (const id of ['start', 'again']) {
  const button = byId(id);
  button.addEventListener('click', () => {
    void runOnce(button, byId(`${id}-problem`), start);
  });
}

async function describe() {
  const { outcomes } = /** @type {{outcomes: Outcome[]}} */ (
    await call('GET', '/api/sandbox/outcomes')
  );
  const outcome = outcomes.find((candidate) => candidate.userId === userId);
  if (outcome === undefined) return;
  const { title, meaning } = sandboxWords(outcome.kind);
  document.title = `${userId} · Toko Contoh`;
  byId('user-id').textContent = userId;
  byId('kind').textContent = title;
  byId('meaning').textContent = meaning;
  byId('flow').textContent = outcome.flow;
  byId('delay').textContent =
    outcome.delaySeconds === 0 ? 'none' : `${String(outcome.delaySeconds)} s after each confirm`;
  const twin = outcomes.find(
    ({ kind, reasonCode, delaySeconds }) =>
      kind === outcome.kind &&
      reasonCode === outcome.reasonCode &&
      delaySeconds !== outcome.delaySeconds,
  );
  if (twin === undefined) return;
  const label = twin.delaySeconds === 0 ? 'The same at once' : 'The same after five seconds';
  byId('twin').replaceChildren(makeLink(label, `/sandbox/${twin.userId}`));
}

async function start() {
  const started = /** @type {Session} */ (await call('POST', '/api/sandbox/sessions', { userId }));
  location.assign(openAddress(started.partnerSessionId));
}

/** @param {Session} session */
function show(session) {
  showPart('outcome');
  showRows([
    ['status', session.status],
    ['result', session.result],
    ['reasonCode', session.reasonCode],
    ['redirect', describeRedirect(session)],
    ['callback', session.callback === null ? null : `webhook-id ${session.callback.webhookId}`],
  ]);
  byId('callback-body').textContent =
    session.callback === null
      ? 'Not yet.'
      : JSON.stringify(maskNikMembers(session.callback.body), null, 2);
  const isWaiting = session.state === 'WAITING';
  byId('go-on').replaceChildren(
    ...(isWaiting
      ? [makeLink('Go on with this session', openAddress(sessionOfAddress() ?? ''))]
      : []),
  );
}

/** @param {Session} session */
function describeRedirect({ returned }) {
  if (returned === null) return null;
  const { path, status, errorCode } = returned;
  const query = [
    `status=${status ?? ''}`,
    ...(errorCode === null ? [] : [`error_code=${errorCode}`]),
  ];
  return `${path} address, ${query.join('&')}`;
}

/** @param {[string, string | null][]} rows */
function showRows(rows) {
  byId('rows').replaceChildren(
    ...rows.flatMap(([name, value]) => {
      const nothing = name === 'result' || name === 'reasonCode' ? 'null' : 'not yet';
      const definition = make('dd', value === null ? 'quiet' : '', value ?? nothing);
      definition.id = `row-${name}`;
      return [make('dt', '', name), definition];
    }),
  );
}
