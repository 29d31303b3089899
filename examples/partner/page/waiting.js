import { openAddress } from './backend.js';
import { byId, makeLink, showPart } from './dom.js';

/**
 * The person is back and nothing is decided: it is being checked, or they left early.
 *
 * @param {import('./backend.js').Session} session
 */
export function showWaiting({ partnerSessionId, returned, canOpen }) {
  showPart('waiting');
  const hasLeft = returned !== null && returned.path === 'failure';
  byId('waiting-title').textContent = hasLeft ? 'Not finished yet' : 'One moment …';
  byId('waiting-text').textContent = hasLeft
    ? 'You came back early. Nothing is lost: go on where you left.'
    : 'The pictures are being checked. This page goes on by itself.';
  const link = makeLink('Go on', openAddress(partnerSessionId));
  byId('waiting-actions').replaceChildren(...(hasLeft && canOpen ? [link] : []));
}
