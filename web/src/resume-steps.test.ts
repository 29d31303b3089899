import { describe, expect, it } from 'vitest';
import type { PersonCapture } from '../../contract/flow.js';
import { INITIAL_FLOW, type SessionFlow } from './flow-state.js';
import { canLeave } from './session-flow.js';
import { progressWith, run } from './testing/flow-under-test.js';

function openWith(
  kept: readonly PersonCapture[],
  part: Parameters<typeof progressWith>[0] = {},
): SessionFlow {
  return run(INITIAL_FLOW, { type: 'OPENED', progress: progressWith(part), kept });
}

describe('opening with captures that the device has kept', () => {
  it('goes on behind them, once the person says so', () => {
    const flow = openWith(['KTP']);
    expect(flow.screen).toMatchObject({ name: 'RESUME', next: 'SELFIE' });
    expect(canLeave(flow.screen)).toBe(true);
    expect(run(flow, { type: 'RESUMED' }).screen).toEqual({ name: 'GUIDE', document: 'SELFIE' });
  });

  it('goes on sending where none is left to take, on a retry as well', () => {
    expect(openWith(['KTP', 'SELFIE']).screen.name).toBe('UPLOADING');
    const retry = { nextAction: 'RETRY', reasonCode: 'KTP_DARK', captures: ['KTP'] } as const;
    expect(openWith(['KTP'], retry).screen.name).toBe('UPLOADING');
  });

  it('leads to the movement that the selfie is asked for with', () => {
    const asked = { nextAction: 'RETRY', movements: ['NOD'] } as const;
    const flow = run(openWith(['KTP'], asked), { type: 'RESUMED' });
    expect(flow.screen).toMatchObject({ name: 'CHALLENGE', movements: ['NOD'] });
  });

  it('begins with the consent for who starts over', () => {
    const flow = run(openWith(['KTP']), { type: 'RESTARTED' });
    expect(flow).toMatchObject({ screen: { name: 'WELCOME' }, toTake: ['KTP', 'SELFIE'] });
  });

  it('counts for nothing where nothing is asked for any more', () => {
    expect(openWith(['KTP'], { captures: [] }).screen.name).toBe('CHECKING');
    const ended = { status: 'COMPLETED', nextAction: 'STATUS', captures: [] } as const;
    expect(openWith(['KTP'], ended).screen.name).toBe('RESULT');
  });
});

describe('a browser that takes no picture', () => {
  const doubted = run(INITIAL_FLOW, { type: 'BROWSER_DOUBTED', problem: 'IN_APP', address: null });

  it('is told so before the session is opened, and there is nothing to leave', () => {
    expect(doubted.screen).toEqual({ name: 'BROWSER_PROBLEM', problem: 'IN_APP', address: null });
    expect(canLeave(doubted.screen)).toBe(false);
  });

  it('opens the session for who goes on all the same', () => {
    expect(run(doubted, { type: 'BROWSER_ACCEPTED' }).screen.name).toBe('OPENING');
  });
});
