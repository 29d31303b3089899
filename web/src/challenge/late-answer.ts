import type { TakenCapture } from '../capture/taken-captures.js';
import type { Wait } from '../wait.js';

/** From the press of a button until the service has the answer: countdown, two movements, a slow upload. */
const NEEDED_MS = 20_000;
/** So that it is over by the service's clock as well. */
const MARGIN_MS = 2_000;

/** Whether a movement that begins now would be made in vain. */
export function isTooLate(answerBy: number | undefined, now: number): boolean {
  return answerBy !== undefined && answerBy - now < NEEDED_MS;
}

export interface LateAnswer {
  readonly answerBy: number;
  readonly now: () => number;
  readonly takeStill: () => Promise<Blob>;
  readonly wait: Wait;
  /** Aborted when the picture or the person goes. */
  readonly signal: AbortSignal;
}

/**
 * What has the service ask for the same once more: an answer that comes too late is not looked at, so that a still
 * will do. It takes the try at the selfie that the late movement would have taken. `null` when it was aborted.
 */
export async function answerLate(options: LateAnswer): Promise<TakenCapture | null> {
  const { answerBy, now, takeStill, wait, signal } = options;
  await wait(Math.max(0, answerBy - now()) + MARGIN_MS);
  if (signal.aborted) return null;
  return { still: await takeStill(), frames: [] };
}
