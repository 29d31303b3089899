import { byId, make, makeLink } from './dom.js';

/** The five calls, with the step of the timeline that tells of each. */
const CALLS = /** @type {const} */ ([
  ['token', 'Get partner token', 'our backend asks Kenali'],
  ['initiated', 'Initiate flow', 'our backend asks Kenali'],
  ['opened', 'Open the capture app', 'the person’s browser'],
  ['callback', 'Verified callback', 'Kenali tells our backend'],
  ['details', 'Get submission details', 'our backend asks Kenali'],
]);

/**
 * The list "Behind this page": which of the calls were made, and when.
 *
 * @param {import('./backend.js').Session | null} session
 */
export function showCalls(session) {
  const timeline = session?.timeline ?? [];
  const items = CALLS.map(([step, title, who]) => {
    const event = timeline.findLast((candidate) => candidate.step === step);
    const when = event === undefined ? who : new Date(event.at).toLocaleTimeString();
    const text = make('span', '', make('strong', '', title), make('span', 'quiet', when));
    return make('li', event === undefined ? '' : 'is-done', text);
  });
  byId('calls').replaceChildren(...items);
  if (session === null) return;
  const address = `/sessions/${encodeURIComponent(session.partnerSessionId)}`;
  byId('calls-more').replaceChildren(makeLink('See the whole session', address));
}
