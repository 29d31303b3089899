import type { FlowName } from '../../../../contract/flow.js';
import { createPatience } from '../../../support/ask-patiently.js';
import type { BenchStage } from '../stage/bench-stage.js';
import { finishSession, openSession, type MeasuredSession } from './play-session.js';

/** Fine enough for what is measured; each question costs the API some milliseconds of a core. */
const POLL_MS = 25;
const PATIENCE_MS = 30_000;
/** Of the first sessions, in which code is compiled and pages are touched for the first time. */
const WARM_UP = 3;

/** One session after the other, with nothing beside it. */
export async function runSingles(
  { client, picturesOf, awaitCallbacks }: BenchStage,
  flow: FlowName,
  count: number,
): Promise<readonly MeasuredSession[]> {
  const sessions: MeasuredSession[] = [];
  for (let number = 0; number < WARM_UP + count; number += 1) {
    const ask = createPatience(PATIENCE_MS);
    const opened = await ask(() => openSession(client, flow));
    const play = { client, ask, pollMs: POLL_MS };
    const session = await finishSession(play, opened, picturesOf(number));
    // What comes after the result belongs to this session and not to the next.
    await awaitCallbacks([session]);
    sessions.push(session);
  }
  return sessions.slice(WARM_UP);
}
