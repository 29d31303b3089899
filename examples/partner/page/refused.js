import { byId, showPart } from './dom.js';
import { wordsFor } from './reason-words.js';

/**
 * The part `refused`: what the person may know of a rejection or a failure.
 *
 * @param {import('./backend.js').Session} session
 */
export function showRefused(session) {
  const { what, next } = wordsFor(session);
  showPart('refused');
  byId('refused-what').textContent = what;
  byId('refused-next').textContent = next;
  byId('refused-code').textContent =
    `${session.result ?? session.status} ${session.reasonCode ?? ''}`;
}
