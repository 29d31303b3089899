import type { PersonCapture } from '../../contract/flow.js';
import { go, type SessionFlow } from './flow-state.js';

/**
 * After a reload the captures that this device has kept are not asked for again. Once there is none
 * left to take, sending them was under way and goes on by itself.
 */
export function resumeWith(flow: SessionFlow, kept: readonly PersonCapture[]): SessionFlow {
  const { screen, toTake: asked } = flow;
  const isToTake = screen.name === 'WELCOME' || 'document' in screen;
  if (!isToTake || !asked.some((document) => kept.includes(document))) return flow;
  const toTake = asked.filter((document) => !kept.includes(document));
  const [next] = toTake;
  if (next === undefined) return go({ ...flow, toTake }, { name: 'UPLOADING' });
  return go({ ...flow, toTake }, { name: 'RESUME', next, asked });
}

/** Somebody else, or somebody who wants to, begins anew: with all that is asked, not with why it was asked again. */
export function restart(flow: SessionFlow): SessionFlow {
  const { screen } = flow;
  return screen.name === 'RESUME'
    ? go({ ...flow, toTake: screen.asked }, { name: 'WELCOME' })
    : flow;
}
