import type { PersonCapture } from '../../contract/flow.js';
import type { SubmissionProgress } from './api/wire-types.js';
import { advanceCapture, guideNext } from './capture-steps.js';
import { LEFT, leftWithoutCamera, SHUT_OUT, type Ending } from './ending.js';
import { go, goFrom, type FlowEvent, type SessionFlow } from './flow-state.js';
import { canHandOver, needsPhone } from './handoff/device.js';
import { advanceHandoff, findOpenHandoff, handBack } from './handoff/handoff-steps.js';
import { judge } from './judge-progress.js';
import { restart, resumeWith } from './resume-steps.js';
import type { Screen, ScreenName } from './screen.js';

/** Screens that may not be left half-way: nothing is under way, or the visit is already over. */
const NO_LEAVING: ReadonlySet<ScreenName> = new Set<ScreenName>([
  'OPENING',
  'BROWSER_PROBLEM',
  'OPEN_FAILED',
  'RESULT',
  'SESSION_OVER',
  'LEAVE',
  'DONE',
  'HANDED_BACK',
  'CODE_REFUSED',
]);

/** Whether the header offers to leave. */
export function canLeave(screen: Screen): boolean {
  return !NO_LEAVING.has(screen.name);
}

/**
 * The next state. An event that does not belong to the present screen changes nothing: answers of
 * calls and cameras arrive late, when the person has already gone on.
 */
export function advance(flow: SessionFlow, event: FlowEvent): SessionFlow {
  return noteBeginning(handBack(step(flow, event), event));
}

/** Whoever has been asked for a picture here, or sends one, has begun here. */
function noteBeginning(flow: SessionFlow): SessionFlow {
  const isCapturing = 'document' in flow.screen || flow.screen.name === 'UPLOADING';
  return isCapturing && !flow.isBegun ? { ...flow, isBegun: true } : flow;
}

function step(flow: SessionFlow, event: FlowEvent): SessionFlow {
  const { screen } = flow;
  if (screen.name === 'LEAVE' && !isLeavingEvent(event)) {
    return advanceBehindLeave(flow, screen.back, event);
  }
  switch (event.type) {
    case 'OPENED':
      return screen.name === 'OPENING' ? resumeWith(openWith(flow, event), event.kept ?? []) : flow;
    case 'BROWSER_DOUBTED': {
      const { problem, address } = event;
      return goFrom(flow, ['OPENING'], { name: 'BROWSER_PROBLEM', problem, address });
    }
    case 'BROWSER_ACCEPTED':
      return goFrom(flow, ['BROWSER_PROBLEM'], { name: 'OPENING' });
    case 'OPEN_FAILED':
      return goFrom(flow, ['OPENING'], { name: 'OPEN_FAILED', failure: event.failure });
    case 'OPEN_REPEATED':
      return goFrom(flow, ['OPEN_FAILED'], { name: 'OPENING' });
    case 'CONSENTED':
      return screen.name === 'WELCOME' ? guideNext(flow) : flow;
    case 'RESUMED':
      return screen.name === 'RESUME' ? guideNext(flow) : flow;
    case 'RESTARTED':
      return restart(flow);
    case 'CAMERA_CHOSEN':
    case 'CAMERA_FAILED':
    case 'CAPTURED':
    case 'RETAKEN':
    case 'KEPT':
      return advanceCapture(flow, event);
    case 'CONFIRMED':
      return goFrom(flow, ['UPLOADING'], { name: 'CHECKING' });
    case 'MOVED_ON':
      return screen.name === 'UPLOADING' ? beginAgain(flow, event.progress) : flow;
    case 'CAPTURES_MISSING':
      return screen.name === 'UPLOADING' ? guideNext({ ...flow, toTake: event.documents }) : flow;
    case 'UPLOAD_FAILED':
      return goFrom(flow, ['UPLOADING'], { name: 'UPLOAD_FAILED', trouble: event.trouble });
    case 'UPLOAD_REPEATED':
      return goFrom(flow, ['UPLOAD_FAILED'], { name: 'UPLOADING' });
    case 'PROGRESSED':
      return screen.name === 'CHECKING' ? judge(flow, event.progress) : flow;
    case 'CHECKING_FAILED':
      return goFrom(flow, ['CHECKING'], { name: 'CHECKING_FAILED', trouble: event.trouble });
    case 'CHECKING_REPEATED':
      return goFrom(flow, ['CHECKING_FAILED'], { name: 'CHECKING' });
    case 'RESULT_SEEN':
      return screen.name === 'RESULT' ? go(flow, { name: 'DONE', ending: screen.ending }) : flow;
    case 'SESSION_ENDED':
      return isOver(screen) ? flow : go(flow, { name: 'SESSION_OVER' });
    case 'LEAVE_ASKED':
    case 'LEAVE_CANCELLED':
    case 'LEFT':
      return advanceLeaving(flow, event);
    case 'DEVICE_KNOWN':
      return { ...flow, device: event.device };
    case 'HANDOFF_CHOSEN':
    case 'HANDOFF_MOVED':
    case 'HANDOFF_STOPPED':
    case 'HANDOFF_FAILED':
    case 'HANDOFF_REPEATED':
    case 'CODE_ASKED':
    case 'HERE_CHOSEN':
    case 'PHONE_AT_WORK':
    case 'CODE_REFUSED':
      return advanceHandoff(flow, event);
  }
}

function isOver({ name }: Screen): boolean {
  return name === 'DONE' || name === 'HANDED_BACK';
}

/** The screen that work goes on for while the person is asked whether to leave. */
export function screenBehind(screen: Screen): Screen {
  return screen.name === 'LEAVE' ? screen.back : screen;
}

/** An upload or a check goes on while the person thinks about leaving; its end is shown at once. */
function advanceBehindLeave(flow: SessionFlow, back: Screen, event: FlowEvent): SessionFlow {
  const next = advance({ ...flow, screen: back }, event);
  return canLeave(next.screen) ? go(next, { name: 'LEAVE', back: next.screen }) : next;
}

type OpenedEvent = Extract<FlowEvent, { type: 'OPENED' }>;

/** A first visit and a reload alike: the service knows how far the person has come. */
function openWith(flow: SessionFlow, { progress, alreadySent = [] }: OpenedEvent): SessionFlow {
  const { captures, status, nextAction } = progress;
  const opened = { ...flow, toTake: captures, challenge: null };
  if (status === 'IN_PROGRESS' && canHandOver(flow.device)) {
    const open = findOpenHandoff(progress.handoff);
    if (open !== null) return go(opened, open);
  }
  if (status !== 'IN_PROGRESS' || nextAction !== null) {
    return leaveOut(judge(flow, progress), alreadySent);
  }
  if (captures.length === 0) return go(flow, { name: 'CHECKING' });
  if (needsPhone(flow.device, flow.isBegun)) return go(opened, { name: 'HANDOFF_CODE' });
  return leaveOut(go(opened, { name: 'WELCOME' }), alreadySent);
}

/** Nothing that was taken is of use: the person takes what is asked for now, if anything. */
function beginAgain(flow: SessionFlow, progress: SubmissionProgress): SessionFlow {
  const { captures, status, nextAction } = progress;
  if (status !== 'IN_PROGRESS' || nextAction !== null) return judge(flow, progress);
  if (captures.length === 0) return go(flow, { name: 'CHECKING' });
  return guideNext({ ...flow, toTake: captures, challenge: null });
}

/** A phone goes on behind the captures that the first device has sent. */
function leaveOut(flow: SessionFlow, sent: readonly PersonCapture[]): SessionFlow {
  const left = { ...flow, toTake: flow.toTake.filter((document) => !sent.includes(document)) };
  const { screen } = flow;
  return 'document' in screen && sent.includes(screen.document) ? guideNext(left) : left;
}

type LeavingEvent = Extract<FlowEvent, { type: 'LEAVE_ASKED' | 'LEAVE_CANCELLED' | 'LEFT' }>;

function isLeavingEvent(event: FlowEvent): event is LeavingEvent {
  return event.type === 'LEAVE_ASKED' || event.type === 'LEAVE_CANCELLED' || event.type === 'LEFT';
}

function advanceLeaving(flow: SessionFlow, { type }: LeavingEvent): SessionFlow {
  const { screen } = flow;
  switch (type) {
    case 'LEAVE_ASKED':
      return canLeave(screen) ? go(flow, { name: 'LEAVE', back: screen }) : flow;
    case 'LEAVE_CANCELLED':
      return screen.name === 'LEAVE' ? go(flow, screen.back) : flow;
    case 'LEFT': {
      if (screen.name !== 'LEAVE' && screen.name !== 'SESSION_OVER') return flow;
      return go(flow, { name: 'DONE', ending: leavingEnding(screenBehind(screen)) });
    }
  }
}

function leavingEnding(from: Screen): Ending {
  if (from.name === 'CAMERA_PROBLEM') return leftWithoutCamera(from.problem);
  if (from.name === 'UPLOAD_FAILED') return { status: 'ERROR', errorCode: 'UPLOAD_FAILED' };
  if (from.name === 'SESSION_OVER') return SHUT_OUT;
  return LEFT;
}
