import { waitFor } from '../wait-for.js';

/**
 * Below the layer's own limit of 120 s, so that a wait that fails still says for what. A machine
 * that does other things besides is slow, not wrong.
 */
const PATIENCE_MS = 100_000;

export function waitPatiently<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
): Promise<T> {
  return waitFor(what, ask, PATIENCE_MS);
}
