/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* global document */

/**
 * Makes an element. Text is set as text, never as markup: it comes from elsewhere.
 *
 * @param {string} tag
 * @param {string} className
 * @param {...(string | Node)} children
 * @returns {HTMLElement}
 */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

/**
 * @param {string} label
 * @param {string} href
 * @returns {HTMLAnchorElement}
 */
export function makeLink(label, href) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = label;
  return link;
}

/**
 * A coloured word for how a session stands.
 *
 * @param {{status: string, result: string | null}} outcome
 * @returns {HTMLElement}
 */
export function makeChip({ status, result }) {
  const word = result ?? status;
  const tone =
    { VALID: 'good', INVALID: 'bad', ERROR: 'bad', IN_PROGRESS: 'waiting' }[word] ?? 'plain';
  return make('span', `chip ${tone}`, word.replaceAll('_', ' ').toLowerCase());
}
