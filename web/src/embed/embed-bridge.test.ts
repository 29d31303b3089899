import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotEmbeddedError } from '../api/api-error.js';
import { describeScreen } from './describe-screen.js';
import { createEmbedBridge } from './embed-bridge.js';

const SHOP = 'https://shop.example';
const BEGIN = {
  source: 'onekyc-sdk',
  type: 'onekyc.begin',
  token: 'token',
  correlationId: 'session-1',
  language: 'en',
  theme: { radius: 4 },
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A page in a frame, or opened as a popup, or with nobody around. */
function setUp(place: 'FRAME' | 'POPUP' | 'ALONE' = 'FRAME') {
  const listeners = new Set<(event: unknown) => void>();
  const peer = { postMessage: vi.fn() };
  const page: Record<string, unknown> = {
    opener: place === 'POPUP' ? peer : null,
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (timer: number) => {
      clearTimeout(timer);
    },
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: unknown) => void) =>
      listeners.delete(listener),
  };
  page.parent = place === 'FRAME' ? peer : page;
  const onLeaveAsked = vi.fn();
  const bridge = createEmbedBridge({ page: page as unknown as Window, origin: SHOP, onLeaveAsked });
  const receive = (data: unknown, from: { origin?: string; source?: unknown } = {}) => {
    for (const listener of [...listeners]) listener({ data, origin: SHOP, source: peer, ...from });
  };
  return { bridge, peer, receive, onLeaveAsked };
}

describe('the bridge to the page around', () => {
  it.each(['FRAME', 'POPUP'] as const)('asks for the token from a %s', async (place) => {
    const { bridge, peer, receive } = setUp(place);
    const handed = bridge.askForSession();
    expect(peer.postMessage).toHaveBeenCalledExactlyOnceWith(
      { source: 'onekyc', type: 'onekyc.ready' },
      SHOP,
    );
    receive(BEGIN);
    await expect(handed).resolves.toEqual({
      token: 'token',
      correlationId: 'session-1',
      userLocale: 'en_ID',
      theme: { radius: 4 },
    });
  });

  it.each([
    ['of another origin', BEGIN, { origin: 'https://evil.example' }],
    ['of another window', BEGIN, { source: {} }],
    ['of something else', { ...BEGIN, source: 'other' }, {}],
    ['without a token', { ...BEGIN, token: 7 }, {}],
    ['of nothing', null, {}],
  ])('takes no word %s, and gives up after a while', async (_, data, from) => {
    const { bridge, receive } = setUp();
    const handed = bridge.askForSession();
    const failing = expect(handed).rejects.toBeInstanceOf(NotEmbeddedError);
    receive(data, from);
    await vi.advanceTimersByTimeAsync(10_000);
    await failing;
  });

  it('has nobody to ask where the address was opened by hand', async () => {
    const failing = expect(setUp('ALONE').bridge.askForSession()).rejects.toBeInstanceOf(
      NotEmbeddedError,
    );
    await vi.advanceTimersByTimeAsync(10_000);
    await failing;
  });

  it('says when it asks again that it was not loaded again', async () => {
    const { bridge, peer, receive } = setUp();
    const handed = bridge.askForSession();
    receive(BEGIN);
    await handed;
    const again = bridge.askForSession();
    expect(peer.postMessage).toHaveBeenLastCalledWith(
      { source: 'onekyc', type: 'onekyc.ready', again: true },
      SHOP,
    );
    receive(BEGIN);
    await again;
  });

  it('says that it is there before it asks for anything', () => {
    const { bridge, peer } = setUp();
    bridge.sayReady();
    expect(peer.postMessage).toHaveBeenCalledExactlyOnceWith(
      { source: 'onekyc', type: 'onekyc.ready' },
      SHOP,
    );
  });

  it('hears that the person wants to leave, from that page alone', () => {
    const { receive, onLeaveAsked } = setUp();
    const leave = { source: 'onekyc-sdk', type: 'onekyc.leave' };
    receive(leave, { origin: 'https://evil.example' });
    receive({ ...leave, type: 'other' });
    expect(onLeaveAsked).not.toHaveBeenCalled();
    receive(leave);
    expect(onLeaveAsked).toHaveBeenCalledOnce();
  });
});

describe('what the page around is told', () => {
  const ERROR = { status: 'ERROR', errorCode: 'SESSION_TIMEOUT' } as const;
  const COMPLETED = { status: 'COMPLETED', isAccepted: false } as const;
  const told = (type: string, status: string, error_code: string | null = null) => ({
    source: 'onekyc',
    type,
    status,
    error_code,
    partner_session_id: 'session-1',
  });

  it.each([
    [
      { name: 'GUIDE', document: 'KTP' } as const,
      { ...told('onekyc.step', 'IN_PROGRESS'), step: 'GUIDE' },
    ],
    [
      { name: 'RESULT', ending: ERROR } as const,
      { ...told('onekyc.step', 'ERROR', 'SESSION_TIMEOUT'), step: 'RESULT' },
    ],
    [
      { name: 'SESSION_OVER' } as const,
      { ...told('onekyc.step', 'ERROR', 'INVALID_TOKEN'), step: 'SESSION_OVER' },
    ],
    // Passed or not: the verdict is for the partner's backend.
    [{ name: 'DONE', ending: COMPLETED } as const, told('onekyc.completed', 'COMPLETED')],
    [{ name: 'DONE', ending: ERROR } as const, told('onekyc.error', 'ERROR', 'SESSION_TIMEOUT')],
  ])('of %j', (screen, message) => {
    expect(describeScreen(screen, 'session-1')).toEqual(message);
  });
});
