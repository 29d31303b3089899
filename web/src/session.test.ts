import { describe, expect, it, vi } from 'vitest';
import { createCaptureApi } from './api/capture-api.js';
import { Session } from './session.svelte.js';
import {
  createFakeService,
  failure,
  LAUNCHED,
  success,
  type Answer,
} from './testing/fake-service.js';
import { createFakeUploads } from './testing/fake-uploads.js';
import { createNoSafe } from './testing/no-safe.js';

const CARD = { still: new Blob([new Uint8Array(10)], { type: 'image/jpeg' }), frames: [] };
const OPEN = { status: 'IN_PROGRESS', nextAction: null, reasonCode: null, pollAfterMs: 500 };

/** A service whose status follows `statuses`; the last one stays. */
function setUp(statuses: readonly object[], other: Partial<Record<string, Answer | null>> = {}) {
  const queue = [...statuses];
  const service = createFakeService(({ method, path }) => {
    const given = other[`${method} ${path}`];
    if (given !== undefined) return given;
    if (path.startsWith('/web/')) return success(LAUNCHED);
    if (path.endsWith('/status')) return success((queue.length > 1 ? queue.shift() : queue[0])!);
    if (method === 'PUT') return success({ submissionId: 'submission-1', status: 'IN_PROGRESS' });
    const urls = [
      { documentType: 'KTP', url: 'https://store.example/KTP', method: 'PUT', headers: {} },
    ];
    return success({ submissionId: 'submission-1', attempt: 1, urls });
  });
  const [goTo, dropFragment] = [vi.fn(), vi.fn()];
  const uploads = createFakeUploads();
  const session = new Session({
    api: createCaptureApi({
      fetch: service.fetch,
      publicId: 'pub-1',
      sdkSessionId: 'sdk-1',
      repeatKey: 'key-1',
    }),
    launchToken: 'once',
    handoffCode: null,
    findCamera: () => Promise.resolve(true),
    dropFragment,
    goTo,
    createRequest: uploads.createRequest,
    safe: createNoSafe(),
    // A real turn of the event loop: polling without one would never let anything else run.
    wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
  });
  return { session, service, goTo, dropFragment, uploads };
}

function isAt(session: Session, name: string): Promise<void> {
  return vi.waitFor(() => {
    expect(session.screen.name).toBe(name);
  });
}

async function takeCard(session: Session): Promise<void> {
  await session.open();
  session.dispatch({ type: 'CONSENTED' });
  session.keepCapture('KTP', CARD, 'FILE');
  session.dispatch({ type: 'KEPT' });
}

describe('Session', () => {
  it('goes from the launch URL to the partner through every step', async () => {
    const { session, goTo, dropFragment, uploads } = setUp([
      { ...OPEN, captures: ['KTP'] },
      { ...OPEN, captures: [] },
      { ...OPEN, status: 'COMPLETED', nextAction: 'STATUS', captures: [] },
    ]);
    await takeCard(session);
    expect(dropFragment).toHaveBeenCalledOnce();
    await isAt(session, 'RESULT');
    expect(uploads.sent).toEqual(['PUT https://store.example/KTP']);
    expect(goTo).not.toHaveBeenCalled();
    session.dispatch({ type: 'RESULT_SEEN' });
    await vi.waitFor(() => {
      expect(goTo).toHaveBeenCalledExactlyOnceWith(
        'https://partner.example/ok?status=COMPLETED&partner_session_id=session-1',
      );
    });
  });

  it('sends no chosen file that was still being opened when the camera took a picture', async () => {
    const { session } = setUp([{ ...OPEN, captures: ['KTP', 'SELFIE'] }]);
    const file = { still: new Blob(['a large file'], { type: 'image/jpeg' }), frames: [] };
    await session.open();
    session.dispatch({ type: 'CONSENTED' });
    session.dispatch({ type: 'CAMERA_CHOSEN' });
    session.keepCapture('KTP', CARD, 'CAMERA');
    session.keepCapture('KTP', file, 'FILE');
    expect(session.captureOf('KTP')).toBe(CARD);
    session.dispatch({ type: 'KEPT' });
    session.keepCapture('KTP', file, 'FILE');
    expect(session.captureOf('KTP')).toBe(CARD);
    expect(session.screen).toEqual({ name: 'GUIDE', document: 'SELFIE' });
  });

  it('forgets the pictures of an attempt that is to be repeated', async () => {
    const { session } = setUp([
      { ...OPEN, captures: ['KTP'] },
      { ...OPEN, nextAction: 'RETRY', reasonCode: 'KTP_DARK', captures: ['KTP'] },
    ]);
    await takeCard(session);
    await isAt(session, 'RETRY');
    expect(session.captureOf('KTP')).toBeNull();
    expect(session.toTake).toEqual(['KTP']);
  });

  it('keeps the pictures while the connection is away and sends them when it is back', async () => {
    const answers: Partial<Record<string, Answer | null>> = {
      'PUT /coe-partner/v1/submissions/url': null,
    };
    const { session } = setUp(
      [
        { ...OPEN, captures: ['KTP'] },
        { ...OPEN, captures: [] },
      ],
      answers,
    );
    await takeCard(session);
    await isAt(session, 'UPLOAD_FAILED');
    expect(session.screen).toEqual({ name: 'UPLOAD_FAILED', trouble: 'NO_CONNECTION' });
    expect(session.captureOf('KTP')).toBe(CARD);
    delete answers['PUT /coe-partner/v1/submissions/url'];
    session.resume();
    await isAt(session, 'CHECKING');
    session.dispatch({ type: 'LEAVE_ASKED' });
    session.dispatch({ type: 'LEFT' });
  });

  it('opens by itself when the connection is back', async () => {
    const answers: Partial<Record<string, Answer | null>> = {
      'POST /web/v1/launch/exchange': null,
    };
    const { session, dropFragment } = setUp([{ ...OPEN, captures: ['KTP'] }], answers);
    await session.open();
    expect(session.screen).toEqual({ name: 'OPEN_FAILED', failure: 'NO_CONNECTION' });
    expect(dropFragment).not.toHaveBeenCalled();
    delete answers['POST /web/v1/launch/exchange'];
    await isAt(session, 'WELCOME');
  });

  it('asks with the same key again where the answer to the one exchange was lost', async () => {
    const answers: Partial<Record<string, Answer | null>> = {
      'POST /web/v1/launch/exchange': null,
    };
    const { session, service } = setUp([{ ...OPEN, captures: ['KTP'] }], answers);
    await session.open();
    delete answers['POST /web/v1/launch/exchange'];
    await isAt(session, 'WELCOME');
    const asked = service.calls.filter(({ path }) => path.endsWith('/exchange'));
    const body = { publicId: 'pub-1', token: 'once', repeatKey: 'key-1' };
    expect(asked.map((call) => call.body)).toEqual([body, body]);
  });

  it('says that the session is over when neither token nor cookie is accepted', async () => {
    const { session, goTo } = setUp([{ ...OPEN, captures: ['KTP'] }], {
      'GET /coe-partner/v1/submissions/url?submissionType=KYC_LITE': failure(401, 'UNAUTHORIZED'),
      'POST /web/v1/launch/renew': failure(401, 'LAUNCH_SESSION_INVALID'),
    });
    await takeCard(session);
    await isAt(session, 'SESSION_OVER');
    session.dispatch({ type: 'LEFT' });
    await vi.waitFor(() => {
      expect(goTo).toHaveBeenCalledWith(
        'https://partner.example/no?status=ERROR&partner_session_id=session-1&error_code=INVALID_TOKEN',
      );
    });
  });

  it('learns from the status that its time was over, with a token renewed for it', async () => {
    const timeOut = { status: 'ERROR', nextAction: 'STATUS', reasonCode: 'SESSION_TIMEOUT' };
    const STATUS = 'GET /coe-partner/v1/submissions/status';
    const answers: Partial<Record<string, Answer | null>> = {
      'GET /coe-partner/v1/submissions/url?submissionType=KYC_LITE': failure(
        409,
        'SUBMISSION_ALREADY_FINISHED',
      ),
      get 'POST /web/v1/launch/renew'() {
        delete this['GET /coe-partner/v1/submissions/status'];
        return success(LAUNCHED);
      },
    };
    const { session, service, goTo } = setUp(
      [
        { ...OPEN, captures: ['KTP'] },
        { ...OPEN, ...timeOut, captures: [] },
      ],
      answers,
    );
    await session.open();
    answers[STATUS] = failure(401, 'UNAUTHORIZED');
    session.dispatch({ type: 'CONSENTED' });
    session.keepCapture('KTP', CARD, 'FILE');
    session.dispatch({ type: 'KEPT' });
    await isAt(session, 'RESULT');
    expect(service.calls.map(({ path }) => path)).toContain('/web/v1/launch/renew');
    session.dispatch({ type: 'RESULT_SEEN' });
    await vi.waitFor(() => {
      expect(goTo).toHaveBeenCalledWith(
        'https://partner.example/no?status=ERROR&partner_session_id=session-1&error_code=SESSION_TIMEOUT',
      );
    });
  });

  it('ends on its own page where the partner gave no address', async () => {
    const { session, goTo } = setUp([{ ...OPEN, captures: ['KTP'] }], {
      'POST /web/v1/launch/exchange': success({
        ...LAUNCHED,
        redirect: { success: null, failure: null },
      }),
    });
    await session.open();
    session.dispatch({ type: 'LEAVE_ASKED' });
    session.dispatch({ type: 'LEFT' });
    expect(session.screen.name).toBe('DONE');
    expect(goTo).not.toHaveBeenCalled();
  });

  it('shows no token to the screens', async () => {
    const { session } = setUp([{ ...OPEN, captures: ['KTP'] }]);
    await session.open();
    expect(JSON.stringify(session.facts)).not.toContain(LAUNCHED.userToken);
  });
});
