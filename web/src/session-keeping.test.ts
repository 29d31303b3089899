import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCaptureApi } from './api/capture-api.js';
import { createCaptureSafe } from './keeping/capture-safe.js';
import { createCaptureVault } from './keeping/capture-vault.js';
import { Session } from './session.svelte.js';
import { createFakeService, LAUNCHED, success, type Answer } from './testing/fake-service.js';
import { createFakeUploads, type UploadAnswer } from './testing/fake-uploads.js';
import { createMemoryShelf } from './testing/memory-shelf.js';
import { wait as realWait } from './wait.js';

const CARD = { still: new Blob(['card'], { type: 'image/jpeg' }), frames: [] };
const SELFIE = { still: new Blob(['selfie'], { type: 'image/jpeg' }), frames: [] };
const OPEN = {
  status: 'IN_PROGRESS',
  nextAction: null,
  reasonCode: null,
  pollAfterMs: 500,
  captures: ['KTP', 'SELFIE'],
  captureLock: 'lock-1',
};
/** What the service and the store answer now. */
interface Stage {
  status: Readonly<Record<string, unknown>> & { readonly captures: readonly string[] };
  upload: UploadAnswer;
  refuse: Map<string, Answer | null>;
}

const CHECKED = { ...OPEN, captures: [], captureLock: null };
const CONFIRM = 'PUT /coe-partner/v1/submissions/url';

const sessions: Session[] = [];

afterEach(() => {
  for (const session of sessions.splice(0)) session.dispatch({ type: 'SESSION_ENDED' });
});

/** A browser and a service; each `visit` is a page of its own, as after a reload. */
function setUp() {
  const shelf = createMemoryShelf();
  const stage: Stage = {
    status: OPEN,
    upload: 200,
    refuse: new Map(),
  };
  const goTo = vi.fn();
  const visit = async (launchToken: string | null = null) => {
    const service = createFakeService(({ method, path }) => {
      const refused = stage.refuse.get(`${method} ${path}`);
      if (refused !== undefined) return refused;
      if (path.startsWith('/web/')) return success(LAUNCHED);
      if (path.endsWith('/status')) return success(stage.status);
      if (method === 'PUT') {
        stage.status = CHECKED;
        return success({ submissionId: 'submission-1', status: 'IN_PROGRESS' });
      }
      const urls = stage.status.captures.map((documentType) => ({
        documentType,
        url: `https://store.example/${documentType}`,
        method: 'PUT',
        headers: {},
      }));
      const attempt = stage.status.captureLock === OPEN.captureLock ? 1 : 2;
      return success({ submissionId: 'submission-1', attempt, urls });
    });
    const uploads = createFakeUploads(() => stage.upload);
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
    const vault = createCaptureVault({ shelf, crypto, publicId: 'pub-1', now: () => 1 });
    const session = new Session({
      api: createCaptureApi({
        fetch: service.fetch,
        publicId: 'pub-1',
        sdkSessionId: 'sdk-1',
        repeatKey: 'key-1',
      }),
      launchToken,
      handoffCode: null,
      findCamera: () => Promise.resolve(true),
      dropFragment: () => undefined,
      goTo,
      createRequest: uploads.createRequest,
      safe: createCaptureSafe({ openVault: () => Promise.resolve(vault), wait: realWait }),
      wait,
    });
    sessions.push(session);
    await session.open();
    return { session, uploads };
  };
  return { shelf, stage, goTo, visit };
}

function take(session: Session, document: 'KTP' | 'SELFIE'): void {
  session.keepCapture(document, document === 'KTP' ? CARD : SELFIE, 'FILE');
  session.dispatch({ type: 'KEPT' });
}

async function takeCard(visit: ReturnType<typeof setUp>['visit'], shelf: { captures: object }) {
  const { session } = await visit('once');
  session.dispatch({ type: 'CONSENTED' });
  take(session, 'KTP');
  await vi.waitFor(() => {
    expect(shelf.captures).toHaveProperty('size', 1);
  });
  return session;
}

function isAt(session: Session, name: string): Promise<void> {
  return vi.waitFor(() => {
    expect(session.screen.name).toBe(name);
  });
}

describe('a session whose attempt was confirmed without its knowing', () => {
  const retry = { nextAction: 'RETRY', reasonCode: 'KTP_BLURRY', captures: ['KTP'] };

  it.each([
    ['asks for the picture that was found wanting', retry, { name: 'RETRY', document: 'KTP' }],
    [
      'asks for the movements',
      { ...retry, captures: ['SELFIE'], challenge: { action: 'NOD' } },
      {
        name: 'CHALLENGE',
        document: 'SELFIE',
      },
    ],
    [
      'asks for what it can no longer tell to be of the attempt',
      { captures: ['KTP'] },
      {
        name: 'GUIDE',
        document: 'KTP',
      },
    ],
  ])('%s instead of sending what it has again', async (_, change, screen) => {
    const { visit, shelf, stage } = setUp();
    stage.refuse.set(CONFIRM, null);
    const { session, uploads } = await visit('once');
    session.dispatch({ type: 'CONSENTED' });
    take(session, 'KTP');
    take(session, 'SELFIE');
    await isAt(session, 'UPLOAD_FAILED');
    const sentBefore = uploads.sent.length;
    stage.refuse.delete(CONFIRM);
    stage.status = { ...OPEN, ...change, captureLock: 'lock-2' };
    session.resume();
    await isAt(session, screen.name);
    expect(session.screen).toMatchObject(screen);
    expect(uploads.sent).toHaveLength(sentBefore);
    expect(session.captureOf('KTP')).toBeNull();
    expect(session.captureOf('SELFIE')).toBeNull();
    await vi.waitFor(() => {
      expect(shelf.captures.size).toBe(0);
    });
  });

  it('sends the picture that is then taken', async () => {
    const { visit, stage } = setUp();
    const { session, uploads } = await visit('once');
    session.dispatch({ type: 'CONSENTED' });
    take(session, 'KTP');
    // Another tab has confirmed its own meanwhile.
    stage.status = { ...OPEN, ...retry, captureLock: 'lock-2' };
    take(session, 'SELFIE');
    await isAt(session, 'RETRY');
    expect(uploads.sent).toEqual([]);
    take(session, 'KTP');
    await isAt(session, 'CHECKING');
    expect(uploads.sent).toEqual(['PUT https://store.example/KTP']);
  });
});

describe('a session that is opened again', () => {
  it('goes on behind the card that was taken, and sends it with the selfie', async () => {
    const { visit, shelf } = setUp();
    await takeCard(visit, shelf);
    const { session, uploads } = await visit();
    expect(session.screen).toEqual({ name: 'RESUME', next: 'SELFIE', asked: ['KTP', 'SELFIE'] });
    session.dispatch({ type: 'RESUMED' });
    expect(session.screen).toEqual({ name: 'GUIDE', document: 'SELFIE' });
    take(session, 'SELFIE');
    await isAt(session, 'CHECKING');
    expect(await Promise.all(uploads.bodies.map((body) => body.text()))).toEqual([
      'card',
      'selfie',
    ]);
    await vi.waitFor(() => {
      expect(shelf.captures.size).toBe(0);
    });
  });

  it('asks again for a picture that the person had not yet looked at', async () => {
    const { visit, shelf } = setUp();
    const { session } = await visit('once');
    session.dispatch({ type: 'CONSENTED' });
    session.keepCapture('KTP', CARD, 'FILE');
    const later = await visit();
    expect(later.session.screen.name).toBe('WELCOME');
    expect(shelf.captures.size).toBe(0);
  });

  it('goes on sending by itself, with a confirm that had got lost', async () => {
    const { visit, shelf, stage } = setUp();
    stage.refuse.set(CONFIRM, null);
    const session = await takeCard(visit, shelf);
    take(session, 'SELFIE');
    await isAt(session, 'UPLOAD_FAILED');
    stage.refuse.delete(CONFIRM);
    const { session: later } = await visit();
    await isAt(later, 'CHECKING');
    await vi.waitFor(() => {
      expect(shelf.captures.size).toBe(0);
    });
  });

  it('does not send a picture again that was checked and found wanting', async () => {
    const { visit, shelf, stage } = setUp();
    await takeCard(visit, shelf);
    const retry = { nextAction: 'RETRY', reasonCode: 'KTP_DARK', captures: ['KTP'] };
    stage.status = { ...OPEN, ...retry, captureLock: 'lock-2' };
    const { session } = await visit();
    expect(session.screen).toMatchObject({ name: 'RETRY', document: 'KTP' });
    expect(shelf.captures.size).toBe(0);
  });

  it('begins anew for somebody who asks for it, and keeps nothing of before', async () => {
    const { visit, shelf } = setUp();
    await takeCard(visit, shelf);
    const { session } = await visit();
    session.dispatch({ type: 'RESTARTED' });
    expect(session.screen).toEqual({ name: 'WELCOME' });
    expect(session.toTake).toEqual(['KTP', 'SELFIE']);
    expect(session.captureOf('KTP')).toBeNull();
    await vi.waitFor(() => {
      expect(shelf.captures.size).toBe(0);
    });
  });

  it('leaves nothing on the device of a person who leaves, and goes only then', async () => {
    const { visit, shelf, goTo } = setUp();
    const session = await takeCard(visit, shelf);
    goTo.mockImplementation(() => {
      expect(shelf.captures.size).toBe(0);
    });
    session.dispatch({ type: 'LEAVE_ASKED' });
    session.dispatch({ type: 'LEFT' });
    await vi.waitFor(() => {
      expect(goTo).toHaveBeenCalledOnce();
    });
  });

  it.each([
    ['that has ended', { ...CHECKED, status: 'ERROR', nextAction: 'STATUS' }],
    ['whose attempt is being checked', CHECKED],
  ])('lets go of what is kept of one %s', async (_, status) => {
    const { visit, shelf, stage } = setUp();
    await takeCard(visit, shelf);
    stage.status = status;
    await visit();
    await vi.waitFor(() => {
      expect(shelf.captures.size).toBe(0);
    });
  });

  it('keeps no answer to a challenge', async () => {
    const { visit, shelf, stage } = setUp();
    stage.status = {
      ...OPEN,
      nextAction: 'RETRY',
      reasonCode: 'CHALLENGE_REQUIRED',
      captures: ['SELFIE'],
      challenge: { action: 'NOD' },
    };
    stage.upload = 'LOST';
    const { session } = await visit('once');
    session.dispatch({ type: 'CAMERA_CHOSEN' });
    session.keepCapture('SELFIE', SELFIE, 'CAMERA');
    await isAt(session, 'UPLOAD_FAILED');
    expect(shelf.captures.size).toBe(0);
  });
});
