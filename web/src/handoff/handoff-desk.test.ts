import { describe, expect, it, vi } from 'vitest';
import { ApiError, ConnectionError, SessionOverError } from '../api/api-error.js';
import type { SubmissionProgress } from '../api/wire-types.js';
import type { FlowEvent } from '../flow-state.js';
import { createHeldCaptures } from '../keeping/held-captures.js';
import { createFakeUploads } from '../testing/fake-uploads.js';
import { createNoSafe } from '../testing/no-safe.js';
import { HandoffDesk } from './handoff-desk.svelte.js';

const CARD = { still: new Blob([new Uint8Array(10)], { type: 'image/jpeg' }), frames: [] };
const TARGETS = {
  attempt: 1,
  captureNonce: null,
  targets: [
    { documentType: 'KTP', url: 'https://store.example/KTP', method: 'PUT', headers: {} },
    { documentType: 'SELFIE', url: 'https://store.example/SELFIE', method: 'PUT', headers: {} },
  ],
} as const;

function progress(handoff: SubmissionProgress['handoff'], captures = 1): SubmissionProgress {
  return {
    status: 'IN_PROGRESS',
    nextAction: null,
    reasonCode: null,
    captures: captures === 0 ? [] : ['KTP'],
    movements: null,
    pollAfterMs: 500,
    captureLock: captures === 0 ? null : 'lock-1',
    handoff,
  };
}
const COMPLETED: SubmissionProgress = { ...progress('CAPTURED', 0), status: 'COMPLETED' };

/** A desktop whose status follows `answers`; the last one stays. */
function setUp(...answers: readonly (SubmissionProgress | Error)[]) {
  const queue = [...answers];
  let codes = 0;
  const events: FlowEvent[] = [];
  const work = new AbortController();
  const uploads = createFakeUploads();
  const api = {
    openHandoff: vi.fn(() => {
      codes += 1;
      return Promise.resolve({ url: `https://kyc.example/#h=${String(codes)}`, expiresInMs: 600 });
    }),
    endHandoff: vi.fn(() => Promise.resolve()),
    readProgress: vi.fn(() => {
      const answer = queue.length > 1 ? queue.shift() : queue[0];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer!);
    }),
    readUploadTargets: vi.fn(() => Promise.resolve(TARGETS)),
  };
  const held = createHeldCaptures(createNoSafe());
  held.useLock('lock-1');
  const desk = new HandoffDesk({
    api,
    held,
    createRequest: uploads.createRequest,
    wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
    dispatch: (event) => {
      events.push(event);
      // As the session does it: another screen ends the work of this one.
      if (event.type !== 'HANDOFF_MOVED' || event.progress.handoff !== 'CAPTURED') work.abort();
      if (event.type === 'HANDOFF_MOVED' && event.progress.status !== 'IN_PROGRESS') work.abort();
    },
  });
  return { desk, api, events, work, held, uploads };
}

describe('showing a code', () => {
  it('shows it until a phone comes', async () => {
    const { desk, api, events, work } = setUp(progress('WAITING'), progress('OPENED'));
    await desk.showCode(work.signal);
    expect(desk.code).toEqual({ url: 'https://kyc.example/#h=1', expiresInMs: 600 });
    expect(api.openHandoff).toHaveBeenCalledOnce();
    expect(events).toEqual([{ type: 'HANDOFF_MOVED', progress: progress('OPENED') }]);
  });

  it('replaces a code that nobody scanned by itself, but not for ever', async () => {
    const { desk, api, events, work } = setUp(progress('WAITING'), progress('ENDED'));
    await desk.showCode(work.signal);
    expect(api.openHandoff).toHaveBeenCalledTimes(3);
    expect(desk.code?.url).toBe('https://kyc.example/#h=3');
    expect(events).toEqual([{ type: 'HANDOFF_MOVED', progress: progress('ENDED') }]);
  });

  it('asks for no other code while captures are being checked', async () => {
    const { desk, api, work } = setUp(progress('ENDED', 0));
    await desk.showCode(work.signal);
    expect(api.openHandoff).toHaveBeenCalledOnce();
  });

  it('sends ahead what was taken, before the phone can come', async () => {
    const { desk, api, work, held, uploads } = setUp(progress('OPENED'));
    held.take('KTP', CARD);
    api.openHandoff.mockImplementationOnce(() => {
      expect(uploads.sent).toEqual(['PUT https://store.example/KTP']);
      return Promise.resolve({ url: 'https://kyc.example/#h=1', expiresInMs: 600 });
    });
    await desk.showCode(work.signal);
    expect(api.openHandoff).toHaveBeenCalledOnce();
    expect(held.taken.has('KTP')).toBe(true);
  });

  it('shows a code although nothing could be sent ahead', async () => {
    const { desk, api, events, work, held } = setUp(progress('OPENED'));
    held.take('KTP', CARD);
    api.readUploadTargets.mockRejectedValueOnce(new ConnectionError());
    await desk.showCode(work.signal);
    expect(events).toEqual([{ type: 'HANDOFF_MOVED', progress: progress('OPENED') }]);
  });

  it('sends nothing ahead that was taken for an attempt that is over', async () => {
    const asked = { ...progress('OPENED'), nextAction: 'RETRY', captureLock: 'lock-2' } as const;
    const { desk, work, held, uploads } = setUp(asked);
    held.take('KTP', CARD);
    await desk.showCode(work.signal);
    expect(uploads.sent).toEqual([]);
    expect(held.taken.size).toBe(0);
  });

  it('ends a code that comes after the person has gone on without a phone', async () => {
    const { desk, api, events, work } = setUp(progress('WAITING'));
    api.openHandoff.mockImplementationOnce(() => {
      work.abort();
      return Promise.resolve({ url: 'https://kyc.example/#h=1', expiresInMs: 600 });
    });
    await desk.showCode(work.signal);
    expect(api.endHandoff).toHaveBeenCalledOnce();
    expect(desk.code).toBeNull();
    expect(events).toEqual([]);
  });

  it.each<[Error, FlowEvent]>([
    [new ConnectionError(), { type: 'HANDOFF_FAILED', trouble: 'NO_CONNECTION' }],
    [new ApiError(403, 'HANDOFF_NOT_ALLOWED'), { type: 'HANDOFF_FAILED', trouble: 'SERVICE' }],
    [new SessionOverError(), { type: 'SESSION_ENDED' }],
  ])('tells that it failed: %s', async (error, event) => {
    const { desk, api, events, work } = setUp(progress('WAITING'));
    api.openHandoff.mockRejectedValue(error);
    await desk.showCode(work.signal);
    expect(events).toEqual([event]);
  });

  it('shows the end of a submission that has ended meanwhile', async () => {
    const { desk, api, events, work } = setUp(COMPLETED);
    api.openHandoff.mockRejectedValue(new ApiError(409, 'SUBMISSION_ALREADY_FINISHED'));
    await desk.showCode(work.signal);
    expect(events).toEqual([{ type: 'HANDOFF_MOVED', progress: COMPLETED }]);
  });
});

describe('following a phone', () => {
  it('tells every change once', async () => {
    const captured = progress('CAPTURED', 0);
    const answers = [progress('OPENED'), captured, captured, COMPLETED];
    const { desk, events, work } = setUp(...answers);
    await desk.followPhone('OPENED', work.signal);
    expect(events).toEqual([
      { type: 'HANDOFF_MOVED', progress: captured },
      { type: 'HANDOFF_MOVED', progress: COMPLETED },
    ]);
  });

  it('tells that it cannot follow any more', async () => {
    const { desk, events, work } = setUp(new ConnectionError());
    await desk.followPhone('OPENED', work.signal);
    expect(events).toEqual([{ type: 'HANDOFF_FAILED', trouble: 'NO_CONNECTION' }]);
  });

  it('stops the phone, and says itself that it did', async () => {
    const { desk, api, events, work } = setUp(progress('OPENED'), progress('ENDED'));
    const following = desk.followPhone('OPENED', work.signal);
    const stopping = desk.stop();
    expect(desk.isStopping).toBe(true);
    await Promise.all([following, stopping]);
    expect(api.endHandoff).toHaveBeenCalledOnce();
    expect(desk.isStopping).toBe(false);
    expect(events.map(({ type }) => type)).toEqual(['HANDOFF_STOPPED']);
  });
});

describe('leaving the page', () => {
  it('ends a hand-off that is open, and leaves even if that takes long', async () => {
    const { desk, api, work } = setUp(progress('OPENED'));
    await desk.showCode(work.signal);
    api.endHandoff.mockReturnValueOnce(new Promise(() => undefined));
    await new Promise<void>((leave) => {
      desk.sayFarewell(leave);
    });
    expect(api.endHandoff).toHaveBeenCalledOnce();
  });

  it('is at once where no hand-off is open', async () => {
    const { desk, api, work } = setUp(COMPLETED);
    await desk.followPhone('OPENED', work.signal);
    const leave = vi.fn();
    desk.sayFarewell(leave);
    expect(leave).toHaveBeenCalledOnce();
    expect(api.endHandoff).not.toHaveBeenCalled();
  });
});
