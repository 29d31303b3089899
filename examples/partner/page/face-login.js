/* global location, HTMLInputElement */
import { call, openAddress, read } from './backend.js';
import { showCalls } from './calls.js';
import { byId, make, makeLink, runOnce, showPart } from './dom.js';
import { followVisit, sessionOfAddress } from './follow.js';
import { showRefused } from './refused.js';
import { showWaiting } from './waiting.js';

/**
 * @typedef {import('./backend.js').Session} Session
 *
 * @typedef {{customerId: string, name: string, hasPhotograph: boolean}} Customer
 */

showCalls(null);
followVisit(show);
if (sessionOfAddress() === null) void showCustomers();

/** @param {Session} session */
function show(session) {
  if (session.state === 'WAITING') showWaiting(session);
  else if (session.state === 'ACCEPTED') showPart('done');
  else showRefused(session);
}

async function showCustomers() {
  const { customers } = /** @type {{customers: Customer[]}} */ (
    await call('GET', '/api/customers')
  );
  const rows = customers.map((customer) => make('li', 'customer', ...describe(customer)));
  const none = make('li', 'quiet', 'Nobody yet. A seller becomes a customer: ');
  none.append(makeLink('open a shop first', '/seller'));
  byId('customers').replaceChildren(...(rows.length === 0 ? [none] : rows));
}

/**
 * @param {Customer} customer
 * @returns {HTMLElement[]}
 */
function describe({ customerId, name, hasPhotograph }) {
  const path = `/api/customers/${encodeURIComponent(customerId)}`;
  const problem = make('p', 'problem', '');
  problem.setAttribute('role', 'alert');
  const login = make('button', '', 'Log in with your face');
  login.toggleAttribute('hidden', !hasPhotograph);
  login.addEventListener('click', () => {
    void runOnce(login, problem, async () => {
      const started = /** @type {Session} */ (await call('POST', `${path}/logins`));
      location.assign(openAddress(started.partnerSessionId));
    });
  });
  const file = make('input', 'visually-hidden', '');
  const label = make(
    'label',
    hasPhotograph ? 'button secondary' : 'button',
    hasPhotograph ? 'Another photograph' : 'Add a photograph',
    file,
  );
  file.setAttribute('type', 'file');
  file.setAttribute('accept', 'image/jpeg,image/png');
  file.addEventListener('change', () => {
    void runOnce(label, problem, async () => {
      await enrol(path, file);
      await showCustomers();
    });
  });
  const standing = hasPhotograph ? 'photograph on file' : 'no photograph yet';
  const who = make('p', 'who', make('strong', '', name), make('span', 'quiet', standing));
  return [who, make('p', 'actions', login, label), problem];
}

/**
 * @param {string} path
 * @param {HTMLElement} input
 */
async function enrol(path, input) {
  const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
  if (file === undefined) return;
  const headers = { 'content-type': file.type };
  await read(await fetch(`${path}/photograph`, { method: 'PUT', headers, body: file }));
}
