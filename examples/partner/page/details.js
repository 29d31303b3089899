import { byId, make } from './dom.js';
import { maskNikMembers } from './mask.js';

const reveal = byId('reveal');
let isRevealed = false;
/** @type {{details: Record<string, unknown>, callback: unknown} | null} */
let shown = null;

reveal.addEventListener('click', () => {
  isRevealed = !isRevealed;
  reveal.setAttribute('aria-pressed', String(isRevealed));
  reveal.textContent = isRevealed ? 'Hide the NIK' : 'Show the NIK';
  render();
});

/**
 * Shows the details and the callback, with the NIK masked until it is asked for.
 *
 * @param {Record<string, unknown> | null} details
 * @param {unknown} callback
 */
export function showDetails(details, callback) {
  if (details === null) return;
  shown = { details, callback };
  byId('details').hidden = false;
  reveal.hidden = !JSON.stringify(shown).includes('"nik":"');
  render();
}

function render() {
  if (shown === null) return;
  const { submissionDetails, ...record } = isRevealed ? shown.details : mask(shown.details);
  const groups = isRecord(submissionDetails) ? Object.entries(submissionDetails) : [];
  const scalars = groups.filter(([, value]) => !isRecord(value));
  byId('details-groups').replaceChildren(
    makeList('submission', { ...record, ...Object.fromEntries(scalars) }),
    ...groups.flatMap(([name, value]) => (isRecord(value) ? [makeList(name, value)] : [])),
  );
  byId('callback').textContent = JSON.stringify(
    isRevealed ? shown.callback : maskNikMembers(shown.callback),
    null,
    2,
  );
}

/**
 * @param {string} title
 * @param {Record<string, unknown>} members
 * @returns {HTMLElement}
 */
function makeList(title, members) {
  const rows = Object.entries(members).flatMap(([name, value]) => [
    make('dt', '', name),
    make('dd', value === null ? 'quiet' : '', value === null ? '–' : showValue(value)),
  ]);
  return make('div', 'group', make('h3', '', title), make('dl', '', ...rows));
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function showValue(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * @param {Record<string, unknown>} details
 * @returns {Record<string, unknown>}
 */
function mask(details) {
  const masked = maskNikMembers(details);
  return isRecord(masked) ? masked : {};
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
