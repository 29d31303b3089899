import type { PersonCapture } from '../../contract/flow.js';
import { go, type AskedChallenge, type FlowEvent, type SessionFlow } from './flow-state.js';
import type { Screen, ScreenName } from './screen.js';

/** What comes before the next capture, or sending them when there is none left. */
export function guideNext(flow: SessionFlow): SessionFlow {
  const [document] = flow.toTake;
  return go(flow, document === undefined ? { name: 'UPLOADING' } : guideOf(flow, document));
}

export type CaptureEvent = Extract<
  FlowEvent,
  { type: 'CAMERA_CHOSEN' | 'CAMERA_FAILED' | 'CAPTURED' | 'RETAKEN' | 'KEPT' }
>;

const TAKING: ReadonlySet<ScreenName> = new Set<ScreenName>([
  'GUIDE',
  'RETRY',
  'CAMERA',
  'CAMERA_PROBLEM',
  'CHALLENGE_CAMERA',
]);

/** Whether a picture of the document is taken or chosen here. A late one belongs to no screen. */
export function awaitsCapture(screen: Screen, document: PersonCapture): boolean {
  return TAKING.has(screen.name) && 'document' in screen && screen.document === document;
}

/** The steps of taking one capture, from its guide to keeping it. */
export function advanceCapture(flow: SessionFlow, event: CaptureEvent): SessionFlow {
  const { screen } = flow;
  if (!('document' in screen)) return flow;
  const { document } = screen;
  if (screen.name === 'REVIEW') {
    if (event.type === 'RETAKEN') {
      const isFromCamera = screen.source === 'CAMERA';
      return go(flow, isFromCamera ? cameraOf(flow, document) : guideOf(flow, document));
    }
    return event.type === 'KEPT' ? keep(flow, document) : flow;
  }
  switch (event.type) {
    case 'CAMERA_CHOSEN':
      return go(flow, cameraOf(flow, document));
    case 'CAMERA_FAILED': {
      if (screen.name !== 'CAMERA' && screen.name !== 'CHALLENGE_CAMERA') return flow;
      const { problem } = event;
      const isCameraNeeded = findChallenge(flow, document) !== null;
      return go(flow, { name: 'CAMERA_PROBLEM', document, problem, isCameraNeeded });
    }
    case 'CAPTURED':
      if (!awaitsCapture(screen, event.document)) return flow;
      // Whether a movement was seen is not for the person to judge, and its time is short.
      if (screen.name === 'CHALLENGE_CAMERA') return keep(flow, document);
      return go(flow, { name: 'REVIEW', document, source: event.source });
    case 'RETAKEN':
    case 'KEPT':
      return flow;
  }
}

function keep(flow: SessionFlow, document: PersonCapture): SessionFlow {
  return guideNext({ ...flow, toTake: flow.toTake.filter((other) => other !== document) });
}

function guideOf(flow: SessionFlow, document: PersonCapture): Screen {
  const challenge = findChallenge(flow, document);
  return challenge === null
    ? { name: 'GUIDE', document }
    : { name: 'CHALLENGE', document, ...challenge };
}

function cameraOf(flow: SessionFlow, document: PersonCapture): Screen {
  const challenge = findChallenge(flow, document);
  if (challenge === null) return { name: 'CAMERA', document };
  const { movements, answerBy } = challenge;
  const until = answerBy !== undefined && { answerBy };
  return { name: 'CHALLENGE_CAMERA', document, movements, ...until };
}

/** A movement is asked of a face, never of a card. */
function findChallenge({ challenge }: SessionFlow, document: PersonCapture): AskedChallenge | null {
  return document === 'SELFIE' ? challenge : null;
}
