import type { HandoffState } from '../../../contract/handoff.js';
import type { SubmissionProgress } from '../api/wire-types.js';
import { guideNext } from '../capture-steps.js';
import { go, goFrom, type FlowEvent, type SessionFlow } from '../flow-state.js';
import { judge } from '../judge-progress.js';
import type { Screen } from '../screen.js';
import { canCaptureHere, canHandOver } from './device.js';
import type { CodeScreen, EndedScreen, FollowScreen, HandedBack } from './handoff-screen.js';

export type HandoffEvent = Extract<
  FlowEvent,
  {
    type:
      | 'HANDOFF_CHOSEN'
      | 'HANDOFF_MOVED'
      | 'HANDOFF_STOPPED'
      | 'HANDOFF_FAILED'
      | 'HANDOFF_REPEATED'
      | 'CODE_ASKED'
      | 'HERE_CHOSEN'
      | 'PHONE_AT_WORK'
      | 'CODE_REFUSED';
  }
>;

/** The steps of going on with a phone, on either device. */
export function advanceHandoff(flow: SessionFlow, event: HandoffEvent): SessionFlow {
  const { screen, device } = flow;
  switch (event.type) {
    case 'HANDOFF_CHOSEN':
      return screen.name === 'CAMERA_PROBLEM' && canHandOver(device)
        ? go(flow, { name: 'HANDOFF_CODE' })
        : flow;
    case 'HANDOFF_MOVED':
      return move(flow, event.progress);
    case 'HANDOFF_STOPPED':
      return screen.name === 'HANDOFF_FOLLOW' ? end(flow, 'HERE', event.progress) : flow;
    case 'HANDOFF_FAILED': {
      if (screen.name !== 'HANDOFF_CODE' && screen.name !== 'HANDOFF_FOLLOW') return flow;
      return go(flow, { name: 'HANDOFF_TROUBLE', trouble: event.trouble, back: screen });
    }
    case 'HANDOFF_REPEATED':
      return screen.name === 'HANDOFF_TROUBLE' ? go(flow, screen.back) : flow;
    case 'CODE_ASKED':
      return screen.name === 'HANDOFF_ENDED' ? go(flow, { name: 'HANDOFF_CODE' }) : flow;
    case 'HERE_CHOSEN':
      return captureHere(flow);
    case 'PHONE_AT_WORK':
      return screen.name === 'UPLOADING' && canHandOver(device)
        ? go(flow, { name: 'HANDOFF_FOLLOW', state: 'OPENED' })
        : flow;
    case 'CODE_REFUSED':
      return goFrom(flow, ['OPENING'], { name: 'CODE_REFUSED', failure: event.failure });
  }
}

/** Where a desktop goes on whose hand-off is open; `null` when there is none. */
export function findOpenHandoff(state: HandoffState | null): CodeScreen | FollowScreen | null {
  if (state === 'WAITING') return { name: 'HANDOFF_CODE' };
  if (state === 'OPENED' || state === 'CAPTURED') return { name: 'HANDOFF_FOLLOW', state };
  return null;
}

function move(flow: SessionFlow, progress: SubmissionProgress): SessionFlow {
  const { screen, device } = flow;
  const isEnded = progress.status !== 'IN_PROGRESS';
  if (device.part === 'TOOK_OVER') return isEnded ? judge(flow, progress) : flow;
  if (screen.name !== 'HANDOFF_CODE' && screen.name !== 'HANDOFF_FOLLOW') return flow;
  if (isEnded) return judge(flow, progress);
  const open = findOpenHandoff(progress.handoff);
  if (open !== null) return isSame(open, screen) ? flow : go(flow, open);
  return end(flow, screen.name === 'HANDOFF_CODE' ? 'EXPIRED' : 'PHONE', progress);
}

function isSame(open: CodeScreen | FollowScreen, screen: CodeScreen | FollowScreen): boolean {
  const isCode = open.name === 'HANDOFF_CODE' || screen.name === 'HANDOFF_CODE';
  return isCode ? open.name === screen.name : open.state === screen.state;
}

/** What the phone had handed in before it ended is still being checked: nothing is to be taken. */
function end(
  flow: SessionFlow,
  why: EndedScreen['why'],
  progress: SubmissionProgress,
): SessionFlow {
  if (progress.status !== 'IN_PROGRESS') return judge(flow, progress);
  if (progress.captures.length === 0) return go(flow, { name: 'CHECKING' });
  return go(flow, { name: 'HANDOFF_ENDED', why, progress });
}

/** The desktop captures itself: goes on where it was, or begins. */
function captureHere(flow: SessionFlow): SessionFlow {
  const { screen, device, isBegun } = flow;
  if (screen.name !== 'HANDOFF_CODE' && screen.name !== 'HANDOFF_ENDED') return flow;
  if (!canCaptureHere(device, isBegun)) return flow;
  if (screen.name === 'HANDOFF_ENDED' && screen.progress.nextAction !== null) {
    return judge(flow, screen.progress);
  }
  return isBegun ? guideNext(flow) : go(flow, { name: 'WELCOME' });
}

/**
 * A phone that took over never shows the result nor redirects: whatever ends its visit sends the
 * person back to the first device.
 */
export function handBack(flow: SessionFlow, event: FlowEvent): SessionFlow {
  if (flow.device.part !== 'TOOK_OVER') return flow;
  const how = howOver(flow.screen, event);
  return how === null ? flow : go(flow, { name: 'HANDED_BACK', how });
}

function howOver(screen: Screen, event: FlowEvent): HandedBack | null {
  if (screen.name === 'SESSION_OVER') return 'STOPPED_THERE';
  if (screen.name !== 'RESULT' && screen.name !== 'DONE') return null;
  if (event.type === 'LEFT') return 'STOPPED_HERE';
  return screen.ending.status === 'COMPLETED' ? 'COMPLETED' : 'FAILED';
}
