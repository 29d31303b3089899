/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* global document, HTMLFormElement, HTMLInputElement */

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
 * @param {string} id
 * @returns {HTMLInputElement}
 */
export function inputById(id) {
  const element = byId(id);
  if (!(element instanceof HTMLInputElement)) throw new Error(`#${id} is no input.`);
  return element;
}

/**
 * @param {string} id
 * @returns {HTMLFormElement}
 */
export function formById(id) {
  const element = byId(id);
  if (!(element instanceof HTMLFormElement)) throw new Error(`#${id} is no form.`);
  return element;
}

/**
 * Shows the part of the page that is named so in `data-part`, and no other.
 *
 * @param {string} name
 */
export function showPart(name) {
  for (const part of document.querySelectorAll('[data-part]')) {
    part.toggleAttribute('hidden', part.getAttribute('data-part') !== name);
  }
}

/**
 * Runs what a button is for: the button rests meanwhile, and a problem is told below it.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} problem
 * @param {() => Promise<void>} work
 */
export async function runOnce(button, problem, work) {
  button.setAttribute('disabled', '');
  problem.textContent = '';
  try {
    await work();
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : 'It did not work.';
  }
  button.removeAttribute('disabled');
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
