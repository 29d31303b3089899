import { describe, expect, it, vi } from 'vitest';
import { createCaptureApi } from '../api/capture-api.js';
import { Session } from '../session.svelte.js';
import {
  createFakeService,
  failure,
  LAUNCHED,
  success,
  type Answer,
} from '../testing/fake-service.js';
import { createFakeUploads } from '../testing/fake-uploads.js';
import { createNoSafe } from '../testing/no-safe.js';

const STATUS = 'GET /coe-partner/v1/submissions/status';
const PRESIGN = 'GET /coe-partner/v1/submissions/url?submissionType=KTP_SCAN';
const PRESIGN_BOTH = 'GET /coe-partner/v1/submissions/url?submissionType=KYC_LITE';
const CARD = { still: new Blob([new Uint8Array(10)], { type: 'image/jpeg' }), frames: [] };
const DUE = { status: 'IN_PROGRESS', nextAction: null, reasonCode: null, captures: ['KTP'] };
const address = { documentType: 'KTP', url: 'https://store.example/KTP', method: 'PUT' };
const CODE = { handoffUrl: 'https://kyc.example/s/pub-1#h=1', expiresInSeconds: 600 };

const PHONE = {
  ...LAUNCHED,
  flow: 'KTP_SCAN',
  role: 'HANDOFF',
  redirect: { success: null, failure: null },
};
const DESKTOP = { ...LAUNCHED, flow: 'KTP_SCAN', qr: { allowed: true, forced: false } };

interface SetUp {
  readonly launched: object;
  readonly hasCamera?: boolean;
  readonly handoffCode?: string;
}

/** A device against a service that answers what `answers` holds at the time. */
function setUp({ launched, hasCamera = false, handoffCode }: SetUp) {
  const answers: Record<string, Answer | null> = {
    [STATUS]: success({ ...DUE, pollAfterMs: 1 }),
    [PRESIGN]: success({ attempt: 1, urls: [{ ...address, headers: {} }] }),
    'POST /web/v1/launch/exchange': success(launched),
    'POST /web/v1/handoff/claim': success(launched),
    'POST /web/v1/handoff': success(CODE),
    'POST /web/v1/handoff/end': success({ handoff: null }),
    'POST /web/v1/launch/renew': failure(401, 'HANDOFF_ENDED'),
    'PUT /coe-partner/v1/submissions/url': success({}),
  };
  const service = createFakeService(({ method, path }) => answers[`${method} ${path}`] ?? null);
  const [goTo, dropFragment] = [vi.fn(), vi.fn()];
  const uploads = createFakeUploads();
  const session = new Session({
    api: createCaptureApi({
      fetch: service.fetch,
      publicId: 'pub-1',
      sdkSessionId: 'sdk-1',
      repeatKey: 'key-1',
    }),
    launchToken: handoffCode === undefined ? 'once' : null,
    handoffCode: handoffCode ?? null,
    findCamera: () => Promise.resolve(hasCamera),
    dropFragment,
    goTo,
    createRequest: uploads.createRequest,
    safe: createNoSafe(),
    wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
  });
  const tell = (part: object): void => {
    answers[STATUS] = success({ ...DUE, pollAfterMs: 1, ...part });
  };
  const paths = () => service.calls.map(({ path }) => path);
  return { session, answers, tell, paths, goTo, dropFragment, uploads };
}

function isAt(session: Session, name: string): Promise<void> {
  return vi.waitFor(() => {
    expect(session.screen.name).toBe(name);
  });
}

describe('a desktop', () => {
  it('without a camera shows a code, follows the phone and redirects', async () => {
    const { session, tell, goTo } = setUp({ launched: DESKTOP });
    tell({ handoff: { state: 'WAITING' } });
    await session.open();
    expect(session.screen.name).toBe('HANDOFF_CODE');
    await vi.waitFor(() => {
      expect(session.desk.code?.url).toBe(CODE.handoffUrl);
    });
    tell({ handoff: { state: 'OPENED' } });
    await isAt(session, 'HANDOFF_FOLLOW');
    tell({
      handoff: { state: 'CAPTURED' },
      captures: [],
      status: 'COMPLETED',
      nextAction: 'STATUS',
    });
    await isAt(session, 'RESULT');
    session.dispatch({ type: 'RESULT_SEEN' });
    await vi.waitFor(() => {
      expect(goTo).toHaveBeenCalledExactlyOnceWith(
        'https://partner.example/ok?status=COMPLETED&partner_session_id=session-1',
      );
    });
  });

  it('that is left ends the code that it shows, and leaves then', async () => {
    const { session, tell, paths, goTo } = setUp({ launched: DESKTOP });
    tell({ handoff: { state: 'WAITING' } });
    await session.open();
    await vi.waitFor(() => {
      expect(session.desk.code).not.toBeNull();
    });
    session.dispatch({ type: 'LEAVE_ASKED' });
    session.dispatch({ type: 'LEFT' });
    await vi.waitFor(() => {
      expect(goTo).toHaveBeenCalledOnce();
    });
    expect(paths()).toContain('/web/v1/handoff/end');
  });

  it('captures itself once a camera is plugged in, and ends the code', async () => {
    const { session, tell, paths } = setUp({ launched: DESKTOP });
    tell({ handoff: { state: 'WAITING' } });
    await session.open();
    session.captureHere();
    expect(session.screen.name).toBe('HANDOFF_CODE');
    expect(paths()).not.toContain('/web/v1/handoff/end');
    session.dispatch({ type: 'DEVICE_KNOWN', device: { ...session.device, hasCamera: true } });
    session.captureHere();
    expect(session.screen.name).toBe('WELCOME');
    expect(paths()).toContain('/web/v1/handoff/end');
  });

  it('that sends while a phone is at work follows it', async () => {
    const { session, answers, tell } = setUp({ launched: DESKTOP, hasCamera: true });
    await session.open();
    session.dispatch({ type: 'CONSENTED' });
    session.keepCapture('KTP', CARD, 'FILE');
    answers[PRESIGN] = failure(409, 'HANDOFF_IN_PROGRESS');
    tell({ handoff: { state: 'OPENED' } });
    session.dispatch({ type: 'KEPT' });
    await isAt(session, 'HANDOFF_FOLLOW');
    session.dispatch({ type: 'LEAVE_ASKED' });
    session.dispatch({ type: 'LEFT' });
  });

  /** The card is taken, and then the camera fails. */
  async function takeCardAlone(event: 'KEPT' | 'RETAKEN') {
    const desktop = setUp({ launched: { ...DESKTOP, flow: 'KYC_LITE' }, hasCamera: true });
    const { session, answers, tell } = desktop;
    const urls = ['KTP', 'SELFIE'].map((documentType) => ({
      ...address,
      documentType,
      headers: {},
    }));
    answers[PRESIGN_BOTH] = success({ attempt: 1, urls });
    const due = { captures: ['KTP', 'SELFIE'], captureLock: 'lock-1' };
    tell(due);
    await session.open();
    session.dispatch({ type: 'CONSENTED' });
    session.dispatch({ type: 'CAMERA_CHOSEN' });
    session.keepCapture('KTP', CARD, 'CAMERA');
    session.dispatch({ type: event });
    session.dispatch({ type: 'CAMERA_CHOSEN' });
    session.dispatch({ type: 'CAMERA_FAILED', problem: 'CameraBusy' });
    tell({ ...due, handoff: { state: 'WAITING' } });
    session.dispatch({ type: 'HANDOFF_CHOSEN' });
    await vi.waitFor(() => {
      expect(session.desk.code).not.toBeNull();
    });
    return desktop;
  }

  function leave(session: Session): void {
    session.dispatch({ type: 'LEAVE_ASKED' });
    session.dispatch({ type: 'LEFT' });
  }

  it('sends no card ahead again that was found wanting in the phone’s hands', async () => {
    const { session, tell, paths, uploads } = await takeCardAlone('KEPT');
    expect(uploads.sent).toEqual(['PUT https://store.example/KTP']);
    tell({ captures: ['KTP', 'SELFIE'], captureLock: 'lock-1', handoff: { state: 'OPENED' } });
    await isAt(session, 'HANDOFF_FOLLOW');
    // Between two looks of the desktop: what the phone has sent was checked.
    const asked = { nextAction: 'RETRY', reasonCode: 'KTP_DARK', captureLock: 'lock-2' };
    tell({ ...asked, handoff: { state: 'ENDED' } });
    await isAt(session, 'HANDOFF_ENDED');
    tell({ ...asked, handoff: { state: 'WAITING' } });
    session.dispatch({ type: 'CODE_ASKED' });
    await vi.waitFor(() => {
      expect(paths().filter((path) => path === '/web/v1/handoff')).toHaveLength(2);
    });
    expect(uploads.sent).toHaveLength(1);
    leave(session);
  });

  it('sends no card ahead that the person wanted to take again', async () => {
    const { session, uploads } = await takeCardAlone('RETAKEN');
    expect(uploads.sent).toEqual([]);
    leave(session);
  });

  it('goes on by itself when the connection is back', async () => {
    const { session, answers, tell } = setUp({ launched: DESKTOP });
    answers['POST /web/v1/handoff'] = null;
    tell({ handoff: { state: 'WAITING' } });
    await session.open();
    await isAt(session, 'HANDOFF_TROUBLE');
    answers['POST /web/v1/handoff'] = success(CODE);
    await vi.waitFor(() => {
      expect(session.desk.code).not.toBeNull();
    });
    session.dispatch({ type: 'LEAVE_ASKED' });
    session.dispatch({ type: 'LEFT' });
  });
});

describe('a phone', () => {
  it('takes over by its code and goes to the end without a redirect', async () => {
    const { session, tell, goTo, dropFragment } = setUp({ launched: PHONE, handoffCode: 'once' });
    await session.open();
    expect(dropFragment).toHaveBeenCalledOnce();
    session.dispatch({ type: 'CONSENTED' });
    session.keepCapture('KTP', CARD, 'FILE');
    tell({ captures: [], status: 'COMPLETED', nextAction: 'STATUS' });
    session.dispatch({ type: 'KEPT' });
    await isAt(session, 'HANDED_BACK');
    expect(session.screen).toEqual({ name: 'HANDED_BACK', how: 'COMPLETED' });
    expect(session.captureOf('KTP')).toBeNull();
    expect(goTo).not.toHaveBeenCalled();
  });

  it('that stops tells the service, and forgets what it has taken', async () => {
    const { session, paths, goTo } = setUp({ launched: PHONE, handoffCode: 'once' });
    await session.open();
    session.dispatch({ type: 'CONSENTED' });
    session.keepCapture('KTP', CARD, 'FILE');
    session.dispatch({ type: 'LEAVE_ASKED' });
    session.dispatch({ type: 'LEFT' });
    expect(session.screen).toEqual({ name: 'HANDED_BACK', how: 'STOPPED_HERE' });
    expect(session.captureOf('KTP')).toBeNull();
    expect(paths()).toContain('/web/v1/handoff/end');
    expect(goTo).not.toHaveBeenCalled();
  });

  it('notices while the person aims that the computer has ended it', async () => {
    const { session, answers } = setUp({ launched: PHONE, handoffCode: 'once' });
    await session.open();
    session.dispatch({ type: 'CONSENTED' });
    answers[STATUS] = failure(401, 'UNAUTHORIZED');
    await isAt(session, 'HANDED_BACK');
    expect(session.screen).toEqual({ name: 'HANDED_BACK', how: 'STOPPED_THERE' });
  });

  it('that is not let in says why', async () => {
    const { session, answers } = setUp({ launched: PHONE, handoffCode: 'once' });
    answers['POST /web/v1/handoff/claim'] = failure(401, 'HANDOFF_CODE_EXPIRED');
    await session.open();
    expect(session.screen).toEqual({ name: 'CODE_REFUSED', failure: 'CODE_EXPIRED' });
  });
});
