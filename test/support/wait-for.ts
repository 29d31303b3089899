import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/** That the condition did not come, apart from what asking itself throws. */
export class WaitedTooLongError extends Error {
  override readonly name = 'WaitedTooLongError';
}

/** Asks again until there is an answer. For conditions that no event announces. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new WaitedTooLongError(`Waited too long for ${what}.`);
    await sleep(POLL_MS);
  }
}
