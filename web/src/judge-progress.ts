import type { SubmissionProgress } from './api/wire-types.js';
import { guideNext } from './capture-steps.js';
import { endingOf } from './ending.js';
import { go, type AskedChallenge, type SessionFlow } from './flow-state.js';
import { needsPhone } from './handoff/device.js';

/** What a status with something to do leads to: the end, or captures that are to be taken again. */
export function judge(flow: SessionFlow, progress: SubmissionProgress): SessionFlow {
  if (progress.status !== 'IN_PROGRESS') {
    const name = progress.nextAction === 'EXIT' ? 'DONE' : 'RESULT';
    return go(flow, { name, ending: endingOf(progress) });
  }
  const [document] = progress.captures;
  if (progress.nextAction !== 'RETRY' || document === undefined) {
    return go(flow, { name: 'CHECKING_FAILED', trouble: 'SERVICE' });
  }
  const { captures: toTake, reasonCode } = progress;
  const asked = { ...flow, toTake, challenge: challengeOf(progress) };
  if (needsPhone(flow.device, flow.isBegun)) return go(asked, { name: 'HANDOFF_CODE' });
  if (document === 'SELFIE' && asked.challenge !== null) return guideNext(asked);
  return go(asked, { name: 'RETRY', document, reasonCode });
}

/** A service may name a movement that this page does not know: then a selfie is all it can send. */
function challengeOf({
  movements,
  answerBy,
  reasonCode,
}: SubmissionProgress): AskedChallenge | null {
  if (movements === null) return null;
  return { movements, reasonCode, ...(answerBy !== undefined && { answerBy }) };
}
