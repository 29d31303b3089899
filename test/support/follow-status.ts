import { setTimeout as sleep } from 'node:timers/promises';
import type { StatusAnswer } from '../../cli/session/partner-answers.js';
import { SubmissionStatus } from '../../contract/submission.js';
import type { AskPatiently } from './ask-patiently.js';

/** Longer than all that a session waits for, outages included. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** Asks until the platform says what comes next: another attempt or the end. */
export async function followStatus(
  ask: AskPatiently,
  readStatus: () => Promise<StatusAnswer>,
  pollMs: number,
): Promise<StatusAnswer> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const answer = await ask(readStatus);
    if (answer.status !== SubmissionStatus.IN_PROGRESS || answer.nextAction !== null) return answer;
    if (performance.now() > deadline) throw new Error('There was no verdict.');
    await sleep(pollMs);
  }
}
