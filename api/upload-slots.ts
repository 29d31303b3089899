import { createTurns, type Turns, type TurnsOptions } from './turns.js';

/**
 * For what keeps images in memory. How often and how fast somebody uploads is theirs to say, how much of
 * it is in memory is ours. A call holds two images of 10 MB, their sealed copies and what the client of
 * the object store makes of them: 75 MB a call, measured as what the process grew by (Node 20, 2026-11-23).
 */
export function createUploadSlots(limits: Omit<TurnsOptions, 'createRefusal'>): Turns {
  return createTurns({ ...limits, createRefusal: () => new UploadsFullError() });
}

/** For the log. */
class UploadsFullError extends Error {
  override readonly name = 'UploadsFullError';
}
