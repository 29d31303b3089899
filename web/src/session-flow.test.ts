import { describe, expect, it } from 'vitest';
import type { PersonCapture } from '../../contract/flow.js';
import type { SubmissionProgress } from './api/wire-types.js';
import type { CameraProblem } from './capture/camera.js';
import { INITIAL_FLOW, type FlowEvent, type SessionFlow } from './flow-state.js';
import type { Screen } from './screen.js';
import { advance, canLeave } from './session-flow.js';
import { isBegunAt } from './testing/flow-under-test.js';

function progress(part: Partial<SubmissionProgress> = {}): SubmissionProgress {
  return {
    status: 'IN_PROGRESS',
    nextAction: null,
    reasonCode: null,
    captures: [],
    movements: null,
    pollAfterMs: 1000,
    captureLock: null,
    handoff: null,
    ...part,
  };
}

function run(flow: SessionFlow, ...events: readonly FlowEvent[]): SessionFlow {
  return events.reduce(advance, flow);
}

function at(screen: Screen, toTake: SessionFlow['toTake'] = []): SessionFlow {
  return { ...INITIAL_FLOW, screen, toTake, isBegun: isBegunAt(screen) };
}

const OPENED: FlowEvent = {
  type: 'OPENED',
  progress: progress({ captures: ['KTP', 'SELFIE'] }),
};
const byCamera = (document: PersonCapture): FlowEvent => ({
  type: 'CAPTURED',
  document,
  source: 'CAMERA',
});
const byFile = (document: PersonCapture): FlowEvent => ({
  type: 'CAPTURED',
  document,
  source: 'FILE',
});

describe('opening', () => {
  it('welcomes a person who has sent nothing yet', () => {
    const flow = advance(INITIAL_FLOW, OPENED);
    expect(flow).toEqual(at({ name: 'WELCOME' }, ['KTP', 'SELFIE']));
  });

  it('goes on checking after a reload while an attempt is in flight', () => {
    const flow = advance(INITIAL_FLOW, { type: 'OPENED', progress: progress() });
    expect(flow.screen.name).toBe('CHECKING');
  });

  it('asks for the same captures again after a reload on a retry', () => {
    const asked = progress({ nextAction: 'RETRY', reasonCode: 'KTP_BLURRY', captures: ['KTP'] });
    const flow = advance(INITIAL_FLOW, { type: 'OPENED', progress: asked });
    expect(flow).toEqual(at({ name: 'RETRY', document: 'KTP', reasonCode: 'KTP_BLURRY' }, ['KTP']));
  });

  it('shows the result of a submission that has ended before', () => {
    const ended = progress({ status: 'COMPLETED', nextAction: 'STATUS' });
    const flow = advance(INITIAL_FLOW, { type: 'OPENED', progress: ended });
    expect(flow.screen).toEqual({
      name: 'RESULT',
      ending: { status: 'COMPLETED', isAccepted: true },
    });
  });

  it('can be repeated after a failure', () => {
    const failed = advance(INITIAL_FLOW, { type: 'OPEN_FAILED', failure: 'NO_CONNECTION' });
    expect(failed.screen).toEqual({ name: 'OPEN_FAILED', failure: 'NO_CONNECTION' });
    expect(advance(failed, { type: 'OPEN_REPEATED' }).screen.name).toBe('OPENING');
  });
});

describe('capturing', () => {
  it('takes the captures in their order and sends them after the last', () => {
    const card = run(INITIAL_FLOW, OPENED, { type: 'CONSENTED' });
    expect(card.screen).toEqual({ name: 'GUIDE', document: 'KTP' });
    const selfie = run(card, { type: 'CAMERA_CHOSEN' }, byCamera('KTP'), { type: 'KEPT' });
    expect(selfie).toEqual(at({ name: 'GUIDE', document: 'SELFIE' }, ['SELFIE']));
    const sent = run(selfie, byFile('SELFIE'), { type: 'KEPT' });
    expect(sent).toEqual(at({ name: 'UPLOADING' }, []));
  });

  it('takes a picture again where the first came from', () => {
    const guide = at({ name: 'GUIDE', document: 'KTP' }, ['KTP']);
    const camera = run(guide, { type: 'CAMERA_CHOSEN' }, byCamera('KTP'), { type: 'RETAKEN' });
    expect(camera.screen).toEqual({ name: 'CAMERA', document: 'KTP' });
    const file = run(guide, byFile('KTP'), { type: 'RETAKEN' });
    expect(file.screen).toEqual({ name: 'GUIDE', document: 'KTP' });
  });

  it('offers the way out by file where there is no camera', () => {
    const problem = run(at({ name: 'CAMERA', document: 'SELFIE' }, ['SELFIE']), {
      type: 'CAMERA_FAILED',
      problem: 'CameraNotFound',
    });
    expect(problem.screen).toEqual({
      name: 'CAMERA_PROBLEM',
      document: 'SELFIE',
      problem: 'CameraNotFound',
      isCameraNeeded: false,
    });
    expect(run(problem, byFile('SELFIE'), { type: 'KEPT' }).screen.name).toBe('UPLOADING');
  });

  it('ignores a camera that fails after the person has gone on', () => {
    const review = at({ name: 'REVIEW', document: 'KTP', source: 'FILE' }, ['KTP']);
    expect(advance(review, { type: 'CAMERA_FAILED', problem: 'CameraBusy' })).toBe(review);
  });

  it('ignores a picture of another document, and any that comes when one is looked at', () => {
    const review = at({ name: 'REVIEW', document: 'KTP', source: 'CAMERA' }, ['KTP', 'SELFIE']);
    expect(advance(review, byFile('KTP'))).toBe(review);
    const selfie = at({ name: 'GUIDE', document: 'SELFIE' }, ['SELFIE']);
    expect(advance(selfie, byFile('KTP'))).toBe(selfie);
  });

  it('asks for captures that the service still misses', () => {
    const flow = advance(at({ name: 'UPLOADING' }), {
      type: 'CAPTURES_MISSING',
      documents: ['SELFIE'],
    });
    expect(flow).toEqual(at({ name: 'GUIDE', document: 'SELFIE' }, ['SELFIE']));
  });
});

describe('checking', () => {
  const checking = at({ name: 'CHECKING' });

  it('asks only for the captures that are named', () => {
    const asked = progress({
      nextAction: 'RETRY',
      reasonCode: 'FACE_MATCH_FAILED',
      captures: ['KTP', 'SELFIE'],
    });
    const flow = advance(checking, { type: 'PROGRESSED', progress: asked });
    expect(flow.screen).toMatchObject({ name: 'RETRY', document: 'KTP' });
    expect(flow.toTake).toEqual(['KTP', 'SELFIE']);
  });

  it('goes straight to the partner on EXIT', () => {
    const ended = progress({ status: 'COMPLETED', nextAction: 'EXIT', reasonCode: 'NIK_INVALID' });
    expect(advance(checking, { type: 'PROGRESSED', progress: ended }).screen).toEqual({
      name: 'DONE',
      ending: { status: 'COMPLETED', isAccepted: false },
    });
  });

  it('shows an error with the code that the partner will get', () => {
    const ended = progress({
      status: 'ERROR',
      nextAction: 'STATUS',
      reasonCode: 'SESSION_TIMEOUT',
    });
    const flow = advance(checking, { type: 'PROGRESSED', progress: ended });
    const ending = { status: 'ERROR', errorCode: 'SESSION_TIMEOUT' };
    expect(flow.screen).toEqual({ name: 'RESULT', ending });
    expect(advance(flow, { type: 'RESULT_SEEN' }).screen).toEqual({ name: 'DONE', ending });
  });

  it('says so when a retry names no capture, instead of waiting for ever', () => {
    const broken = progress({ nextAction: 'RETRY', captures: [] });
    const flow = advance(checking, { type: 'PROGRESSED', progress: broken });
    expect(flow.screen).toEqual({ name: 'CHECKING_FAILED', trouble: 'SERVICE' });
  });

  it('goes on after a lost connection', () => {
    const lost = advance(checking, { type: 'CHECKING_FAILED', trouble: 'NO_CONNECTION' });
    expect(advance(lost, { type: 'CHECKING_REPEATED' })).toEqual(checking);
  });

  it('ignores an answer that comes after the visit has ended', () => {
    const done = at({ name: 'DONE', ending: { status: 'ERROR', errorCode: 'PENDING' } });
    const ended = progress({ status: 'COMPLETED', nextAction: 'STATUS' });
    expect(advance(done, { type: 'PROGRESSED', progress: ended })).toBe(done);
    expect(advance(done, { type: 'SESSION_ENDED' })).toBe(done);
  });
});

describe('a challenge', () => {
  const checking = at({ name: 'CHECKING' });
  const asked: FlowEvent = {
    type: 'PROGRESSED',
    progress: progress({
      nextAction: 'RETRY',
      reasonCode: 'CHALLENGE_REQUIRED',
      captures: ['SELFIE'],
      movements: ['NOD', 'TURN_LEFT'],
      answerBy: 1_000,
    }),
  };
  const camera = run(checking, asked, { type: 'CAMERA_CHOSEN' });

  it('is explained first, then recorded, and sent without a look at it', () => {
    expect(run(checking, asked).screen).toEqual({
      name: 'CHALLENGE',
      document: 'SELFIE',
      movements: ['NOD', 'TURN_LEFT'],
      answerBy: 1_000,
      reasonCode: 'CHALLENGE_REQUIRED',
    });
    expect(camera.screen).toEqual({
      name: 'CHALLENGE_CAMERA',
      document: 'SELFIE',
      movements: ['NOD', 'TURN_LEFT'],
      answerBy: 1_000,
    });
    expect(run(camera, byCamera('SELFIE'))).toMatchObject({
      screen: { name: 'UPLOADING' },
      toTake: [],
    });
  });

  it('is explained after a reload as well', () => {
    const flow = advance(INITIAL_FLOW, { ...asked, type: 'OPENED' });
    expect(flow.screen.name).toBe('CHALLENGE');
  });

  it('comes after the card where that is asked for too', () => {
    const both = progress({
      nextAction: 'RETRY',
      reasonCode: 'KTP_BLURRY',
      captures: ['KTP', 'SELFIE'],
      movements: ['BLINK'],
    });
    const card = run(checking, { type: 'PROGRESSED', progress: both });
    expect(card.screen).toMatchObject({ name: 'RETRY', document: 'KTP' });
    const flow = run(card, byFile('KTP'), { type: 'KEPT' });
    expect(flow.screen).toMatchObject({ name: 'CHALLENGE', movements: ['BLINK'] });
  });

  it('offers no file instead of a camera that fails, and opens the camera again', () => {
    const failed = run(camera, { type: 'CAMERA_FAILED', problem: 'CameraBusy' });
    expect(failed.screen).toMatchObject({ name: 'CAMERA_PROBLEM', isCameraNeeded: true });
    expect(run(failed, { type: 'CAMERA_CHOSEN' }).screen).toEqual(camera.screen);
  });

  it('is over once a later attempt asks for none', () => {
    const blurred = progress({
      nextAction: 'RETRY',
      reasonCode: 'FACE_BLURRY',
      captures: ['SELFIE'],
    });
    const flow = run(
      camera,
      byCamera('SELFIE'),
      { type: 'CONFIRMED' },
      { type: 'PROGRESSED', progress: blurred },
    );
    expect(flow).toEqual(
      at({ name: 'RETRY', document: 'SELFIE', reasonCode: 'FACE_BLURRY' }, ['SELFIE']),
    );
    expect(run(flow, { type: 'CAMERA_CHOSEN' }).screen.name).toBe('CAMERA');
  });

  it('of a kind that this page does not know asks for another selfie', () => {
    const unknown = progress({
      nextAction: 'RETRY',
      reasonCode: 'CHALLENGE_REQUIRED',
      captures: ['SELFIE'],
    });
    expect(run(checking, { type: 'PROGRESSED', progress: unknown }).screen.name).toBe('RETRY');
  });
});

describe('leaving', () => {
  it('asks first and leads back to where the person was', () => {
    const guide = at({ name: 'GUIDE', document: 'KTP' }, ['KTP']);
    const asked = advance(guide, { type: 'LEAVE_ASKED' });
    expect(asked.screen).toEqual({ name: 'LEAVE', back: guide.screen });
    expect(advance(asked, { type: 'LEAVE_CANCELLED' })).toEqual(guide);
  });

  const noCamera = (problem: CameraProblem): Screen => ({
    name: 'CAMERA_PROBLEM',
    document: 'KTP',
    problem,
    isCameraNeeded: false,
  });

  it.each<[Screen, string]>([
    [{ name: 'WELCOME' }, 'PENDING'],
    [noCamera('CameraDenied'), 'CAMERA_PERMISSION_DENIED'],
    [noCamera('CameraNotFound'), 'CAMERA_NOT_FOUND'],
    [noCamera('Unsupported'), 'UNSUPPORTED_BROWSER'],
    [{ name: 'UPLOAD_FAILED', trouble: 'SERVICE' }, 'UPLOAD_FAILED'],
  ])('tells the partner why: %j', (screen, errorCode) => {
    const flow = run(at(screen), { type: 'LEAVE_ASKED' }, { type: 'LEFT' });
    expect(flow.screen).toEqual({ name: 'DONE', ending: { status: 'ERROR', errorCode } });
  });

  it('lets the upload finish behind the question and still asks', () => {
    const asked = run(at({ name: 'UPLOADING' }), { type: 'LEAVE_ASKED' }, { type: 'CONFIRMED' });
    expect(asked.screen).toEqual({ name: 'LEAVE', back: { name: 'CHECKING' } });
  });

  it('shows a result at once although the question is open', () => {
    const asked = advance(at({ name: 'CHECKING' }), { type: 'LEAVE_ASKED' });
    const ended = progress({ status: 'COMPLETED', nextAction: 'STATUS' });
    expect(advance(asked, { type: 'PROGRESSED', progress: ended }).screen.name).toBe('RESULT');
  });

  it('is not offered where nothing is under way', () => {
    const result: Screen = { name: 'RESULT', ending: { status: 'COMPLETED', isAccepted: true } };
    for (const screen of [{ name: 'OPENING' }, { name: 'SESSION_OVER' }, result] as const) {
      expect(canLeave(screen)).toBe(false);
      expect(advance(at(screen), { type: 'LEAVE_ASKED' }).screen).toEqual(screen);
    }
  });

  it('leads back to the partner from a session that is over', () => {
    const over = advance(at({ name: 'UPLOADING' }), { type: 'SESSION_ENDED' });
    expect(advance(over, { type: 'LEFT' }).screen).toEqual({
      name: 'DONE',
      ending: { status: 'ERROR', errorCode: 'INVALID_TOKEN' },
    });
  });
});
