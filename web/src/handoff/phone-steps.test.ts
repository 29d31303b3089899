import { describe, expect, it } from 'vitest';
import type { SubmissionProgress } from '../api/wire-types.js';
import { INITIAL_FLOW, type SessionFlow } from '../flow-state.js';
import type { Screen } from '../screen.js';
import { canLeave } from '../session-flow.js';
import { moved, openOn, progressWith, run, standAt } from '../testing/flow-under-test.js';
import type { Device } from './device.js';

const PHONE: Device = { part: 'TOOK_OVER', hasCamera: true };

const RETRY = progressWith({ nextAction: 'RETRY', reasonCode: 'KTP_DARK', captures: ['KTP'] });
const COMPLETED = progressWith({ status: 'COMPLETED', nextAction: 'STATUS', captures: [] });

describe('a phone that took over', () => {
  const checking = standAt(PHONE, { name: 'CHECKING' });

  it('goes through the same flow, whatever the state of the hand-off', () => {
    const flow = openOn(PHONE, progressWith({ handoff: 'OPENED' }));
    expect(flow.screen.name).toBe('WELCOME');
    expect(run(checking, { type: 'PROGRESSED', progress: RETRY }).screen.name).toBe('RETRY');
  });

  it('takes only what the desktop has not sent', () => {
    const known = run(INITIAL_FLOW, { type: 'DEVICE_KNOWN', device: PHONE });
    const opened = (found: SubmissionProgress, ...alreadySent: SessionFlow['toTake']) =>
      run(known, { type: 'OPENED', progress: found, alreadySent });
    const welcome = opened(progressWith(), 'KTP');
    expect(welcome).toMatchObject({ screen: { name: 'WELCOME' }, toTake: ['SELFIE'] });
    expect(run(welcome, { type: 'CONSENTED' }).screen).toMatchObject({ document: 'SELFIE' });
    const all = opened(progressWith(), 'KTP', 'SELFIE');
    expect(run(all, { type: 'CONSENTED' }).screen.name).toBe('UPLOADING');
    expect(opened(RETRY, 'KTP').screen.name).toBe('UPLOADING');
    expect(opened(RETRY).screen.name).toBe('RETRY');
  });

  it.each([
    [COMPLETED, 'COMPLETED'],
    [{ ...COMPLETED, nextAction: 'EXIT' }, 'COMPLETED'],
    [{ ...COMPLETED, reasonCode: 'NIK_INVALID' }, 'COMPLETED'],
    [{ ...COMPLETED, status: 'ERROR', reasonCode: 'SESSION_TIMEOUT' }, 'FAILED'],
  ] as const)('hands back at the end and shows no result: %o', (ended, how) => {
    expect(run(checking, { type: 'PROGRESSED', progress: ended }).screen).toEqual({
      name: 'HANDED_BACK',
      how,
    });
  });

  it('hands back when the person stops, whatever the reason', () => {
    const busy: Screen = {
      name: 'CAMERA_PROBLEM',
      document: 'KTP',
      problem: 'CameraBusy',
      isCameraNeeded: false,
    };
    for (const screen of [busy, { name: 'WELCOME' }, { name: 'UPLOADING' }] as const) {
      const left = run(standAt(PHONE, screen), { type: 'LEAVE_ASKED' }, { type: 'LEFT' });
      expect(left.screen).toEqual({ name: 'HANDED_BACK', how: 'STOPPED_HERE' });
    }
  });

  it('says that the other side has stopped it, on every screen and once', () => {
    const camera = standAt(PHONE, { name: 'CAMERA', document: 'KTP' }, ['KTP']);
    const over = run(camera, { type: 'SESSION_ENDED' });
    expect(over.screen).toEqual({ name: 'HANDED_BACK', how: 'STOPPED_THERE' });
    expect(canLeave(over.screen)).toBe(false);
    const left = standAt(PHONE, { name: 'HANDED_BACK', how: 'STOPPED_HERE' });
    expect(run(left, { type: 'SESSION_ENDED' })).toBe(left);
  });

  it('learns meanwhile that the submission has ended', () => {
    const camera = standAt(PHONE, { name: 'CAMERA', document: 'KTP' }, ['KTP']);
    expect(run(camera, moved('OPENED'))).toBe(camera);
    const timeOut = moved('OPENED', { status: 'ERROR', reasonCode: 'SESSION_TIMEOUT' });
    expect(run(camera, timeOut).screen).toEqual({ name: 'HANDED_BACK', how: 'FAILED' });
  });

  it('that is not let in says why and leads nowhere', () => {
    const refused = run(INITIAL_FLOW, { type: 'CODE_REFUSED', failure: 'CODE_USED' });
    expect(refused.screen).toEqual({ name: 'CODE_REFUSED', failure: 'CODE_USED' });
    expect(canLeave(refused.screen)).toBe(false);
  });
});
