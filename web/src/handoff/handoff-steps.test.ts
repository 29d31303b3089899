import { describe, expect, it } from 'vitest';
import { INITIAL_FLOW } from '../flow-state.js';
import type { Screen } from '../screen.js';
import { moved, openOn, progressWith, run, standAt } from '../testing/flow-under-test.js';
import type { Device } from './device.js';

const CAMERA: Device = { part: 'MAY_HAND_OVER', hasCamera: true };
const NO_CAMERA: Device = { part: 'MAY_HAND_OVER', hasCamera: false };
const FORCED: Device = { part: 'MUST_HAND_OVER', hasCamera: true };
const PHONE: Device = { part: 'TOOK_OVER', hasCamera: true };

const RETRY = progressWith({ nextAction: 'RETRY', reasonCode: 'KTP_DARK', captures: ['KTP'] });
const COMPLETED = progressWith({ status: 'COMPLETED', nextAction: 'STATUS', captures: [] });

describe('opening on a desktop', () => {
  it.each([
    [CAMERA, 'WELCOME'],
    [NO_CAMERA, 'HANDOFF_CODE'],
    [FORCED, 'HANDOFF_CODE'],
    [{ part: 'MUST_HAND_OVER', hasCamera: false }, 'HANDOFF_CODE'],
    [{ part: 'ALONE', hasCamera: false }, 'WELCOME'],
  ] as const)('with %o leads to %s', (device, name) => {
    expect(openOn(device).screen.name).toBe(name);
    expect(openOn(device).toTake).toEqual(['KTP', 'SELFIE']);
  });

  it.each([
    ['WAITING', { name: 'HANDOFF_CODE' }],
    ['OPENED', { name: 'HANDOFF_FOLLOW', state: 'OPENED' }],
    ['CAPTURED', { name: 'HANDOFF_FOLLOW', state: 'CAPTURED' }],
    ['ENDED', { name: 'WELCOME' }],
  ] as const)('again, with a hand-off %s, comes back to it', (handoff, screen) => {
    expect(openOn(CAMERA, progressWith({ handoff })).screen).toEqual(screen);
  });

  it('asks a phone again for what is asked again, and shows an end as ever', () => {
    expect(openOn(NO_CAMERA, RETRY).screen.name).toBe('HANDOFF_CODE');
    expect(openOn(FORCED, RETRY).screen.name).toBe('HANDOFF_CODE');
    expect(openOn(CAMERA, RETRY).screen.name).toBe('RETRY');
    expect(openOn(FORCED, COMPLETED).screen.name).toBe('RESULT');
    expect(openOn(FORCED, progressWith({ captures: [] })).screen.name).toBe('CHECKING');
  });
});

describe('a camera that fails on the way', () => {
  const problem: Screen = {
    name: 'CAMERA_PROBLEM',
    document: 'SELFIE',
    problem: 'CameraDenied',
    isCameraNeeded: false,
  };

  it('offers the phone where Smart QR allows it, and leads back to what is left', () => {
    const code = run(standAt(CAMERA, problem, ['SELFIE']), { type: 'HANDOFF_CHOSEN' });
    expect(code.screen).toEqual({ name: 'HANDOFF_CODE' });
    expect(run(code, { type: 'HERE_CHOSEN' })).toEqual(
      standAt(CAMERA, { name: 'GUIDE', document: 'SELFIE' }, ['SELFIE']),
    );
  });

  it('leads back even where the camera is gone for good', () => {
    const code = run(standAt(NO_CAMERA, problem, ['SELFIE']), { type: 'HANDOFF_CHOSEN' });
    expect(run(code, { type: 'HERE_CHOSEN' }).screen.name).toBe('GUIDE');
  });

  it('asks who went on without it again here, and not for the phone that they declined', () => {
    const here = run(
      standAt(NO_CAMERA, problem, ['SELFIE']),
      { type: 'HANDOFF_CHOSEN' },
      { type: 'HERE_CHOSEN' },
      { type: 'CAPTURED', document: 'SELFIE', source: 'FILE' },
      { type: 'KEPT' },
      { type: 'CONFIRMED' },
      { type: 'PROGRESSED', progress: RETRY },
    );
    expect(here.screen.name).toBe('RETRY');
    const ended = run(
      standAt(NO_CAMERA, problem, ['SELFIE']),
      { type: 'HANDOFF_CHOSEN' },
      moved('ENDED', RETRY),
    );
    expect(ended.screen.name).toBe('HANDOFF_ENDED');
    expect(run(ended, { type: 'HERE_CHOSEN' }).screen.name).toBe('RETRY');
  });

  it('offers no phone without Smart QR, nor on a phone', () => {
    for (const device of [INITIAL_FLOW.device, PHONE]) {
      const flow = standAt(device, problem);
      expect(run(flow, { type: 'HANDOFF_CHOSEN' })).toBe(flow);
    }
  });
});

describe('a desktop that waits and follows', () => {
  const code = standAt(CAMERA, { name: 'HANDOFF_CODE' }, ['KTP', 'SELFIE']);
  const followed = run(code, moved('OPENED'));

  it('goes from the code over the phone to the result', () => {
    expect(run(code, moved('WAITING'))).toBe(code);
    expect(followed.screen).toMatchObject({ name: 'HANDOFF_FOLLOW', state: 'OPENED' });
    expect(run(followed, moved('OPENED'))).toBe(followed);
    const captured = run(followed, moved('CAPTURED', { captures: [] }));
    expect(captured.screen).toMatchObject({ name: 'HANDOFF_FOLLOW', state: 'CAPTURED' });
    const result = run(captured, { type: 'HANDOFF_MOVED', progress: COMPLETED });
    const ending = { status: 'COMPLETED', isAccepted: true };
    expect(result.screen).toEqual({ name: 'RESULT', ending });
    expect(run(result, { type: 'RESULT_SEEN' }).screen).toEqual({ name: 'DONE', ending });
  });

  it('goes straight to the partner on EXIT, and with the code of an error', () => {
    const exit = { ...COMPLETED, nextAction: 'EXIT' } as const;
    expect(run(followed, { type: 'HANDOFF_MOVED', progress: exit }).screen.name).toBe('DONE');
    const failed = moved('OPENED', { status: 'ERROR', reasonCode: 'SESSION_TIMEOUT' });
    expect(run(followed, failed).screen).toEqual({
      name: 'RESULT',
      ending: { status: 'ERROR', errorCode: 'SESSION_TIMEOUT' },
    });
  });

  it('leaves a RETRY to the phone', () => {
    const asked = moved('OPENED', { nextAction: 'RETRY', captures: ['KTP'] });
    expect(run(followed, moved('CAPTURED', { captures: [] }), asked).screen).toMatchObject({
      name: 'HANDOFF_FOLLOW',
      state: 'OPENED',
    });
  });

  it.each([
    ['the phone', moved('ENDED'), 'PHONE'],
    ['this side', { ...moved('ENDED'), type: 'HANDOFF_STOPPED' }, 'HERE'],
  ] as const)('ended by %s offers another code', (_side, event, why) => {
    const ended = run(followed, event);
    expect(ended.screen).toMatchObject({ name: 'HANDOFF_ENDED', why });
    expect(run(ended, { type: 'CODE_ASKED' }).screen).toEqual({
      name: 'HANDOFF_CODE',
    });
    expect(run(ended, { type: 'HERE_CHOSEN' })).toMatchObject({
      screen: { name: 'WELCOME' },
      toTake: ['KTP', 'SELFIE'],
    });
  });

  it('whose code nobody scanned for long waits for a button', () => {
    expect(run(code, moved('ENDED')).screen).toMatchObject({
      name: 'HANDOFF_ENDED',
      why: 'EXPIRED',
    });
  });

  it('takes over what the phone was asked for again', () => {
    const asked = { nextAction: 'RETRY', reasonCode: 'KTP_DARK', captures: ['KTP'] } as const;
    const ended = run(followed, moved('ENDED', asked));
    expect(run(ended, { type: 'HERE_CHOSEN' }).screen).toMatchObject({
      name: 'RETRY',
      document: 'KTP',
      reasonCode: 'KTP_DARK',
    });
  });

  it('waits for the check of what the phone had sent before it ended', () => {
    const ended = run(followed, moved('ENDED', { captures: [] }));
    expect(ended.screen).toEqual({ name: 'CHECKING' });
    const asked = { type: 'PROGRESSED', progress: RETRY } as const;
    expect(run(ended, asked).screen.name).toBe('RETRY');
    expect(run({ ...ended, device: FORCED }, asked).screen.name).toBe('HANDOFF_CODE');
  });

  it('never takes over without a camera, nor where a phone is forced', () => {
    for (const device of [NO_CAMERA, FORCED]) {
      const waiting = { ...code, device };
      expect(run(waiting, { type: 'HERE_CHOSEN' })).toBe(waiting);
      const ended = run({ ...followed, device }, moved('ENDED'));
      expect(run(ended, { type: 'HERE_CHOSEN' })).toBe(ended);
    }
    const plugged = run({ ...code, device: NO_CAMERA }, { type: 'DEVICE_KNOWN', device: CAMERA });
    expect(run(plugged, { type: 'HERE_CHOSEN' }).screen.name).toBe('WELCOME');
  });

  it('goes on where it was after a lost connection', () => {
    for (const flow of [code, followed]) {
      const lost = run(flow, { type: 'HANDOFF_FAILED', trouble: 'NO_CONNECTION' });
      expect(lost.screen).toMatchObject({ name: 'HANDOFF_TROUBLE', trouble: 'NO_CONNECTION' });
      expect(run(lost, { type: 'HANDOFF_REPEATED' })).toEqual(flow);
    }
  });

  it('may be left, with PENDING, and goes on behind the question', () => {
    const asked = run(followed, { type: 'LEAVE_ASKED' });
    expect(run(asked, moved('CAPTURED')).screen).toMatchObject({
      name: 'LEAVE',
      back: { name: 'HANDOFF_FOLLOW', state: 'CAPTURED' },
    });
    expect(run(asked, { type: 'LEFT' }).screen).toEqual({
      name: 'DONE',
      ending: { status: 'ERROR', errorCode: 'PENDING' },
    });
  });

  it('follows a phone that has come before its own captures', () => {
    const sending = standAt(CAMERA, { name: 'UPLOADING' });
    expect(run(sending, { type: 'PHONE_AT_WORK' }).screen).toMatchObject({
      name: 'HANDOFF_FOLLOW',
      state: 'OPENED',
    });
  });

  it('ignores news that come after it has gone on', () => {
    const guide = standAt(CAMERA, { name: 'GUIDE', document: 'KTP' }, ['KTP']);
    expect(run(guide, moved('OPENED'), moved('ENDED'))).toBe(guide);
    expect(run(guide, { type: 'HANDOFF_FAILED', trouble: 'SERVICE' })).toBe(guide);
  });
});
