import { describe, expect, it, vi } from 'vitest';
import type { PersonCapture } from '../../../contract/flow.js';
import { splitFrames } from '../../../contract/frame-sequence.js';
import { createChance, drawTinyJpeg } from '../../../contract/testing/tiny-jpeg.js';
import type { TakenCapture } from '../capture/taken-captures.js';
import { progressWith } from '../testing/flow-under-test.js';
import { createFakeUploads, type UploadAnswer } from '../testing/fake-uploads.js';
import { ApiError, ConnectionError } from './api-error.js';
import type { CaptureApi } from './capture-api.js';
import { sendCaptures } from './send-captures.js';
import type { UploadTarget } from './wire-types.js';

function targetFor(documentType: PersonCapture): UploadTarget {
  const headers = { 'Content-Type': 'image/jpeg' };
  return { documentType, url: `https://store.example/${documentType}`, method: 'PUT', headers };
}

function setUp(documents: readonly PersonCapture[], answer?: (url: string) => UploadAnswer) {
  const confirmCaptures = vi.fn<CaptureApi['confirmCaptures']>(() => Promise.resolve());
  const readUploadTargets = vi.fn(() =>
    Promise.resolve({ attempt: 2, targets: documents.map(targetFor), captureNonce: 'nonce-2' }),
  );
  const readProgress = vi.fn(() => Promise.resolve(progressWith({ captureLock: 'lock-2' })));
  const uploads = createFakeUploads(answer);
  const shares: number[] = [];
  const work = new AbortController();
  const options = {
    api: { confirmCaptures, readUploadTargets, readProgress } as unknown as CaptureApi,
    captures: new Map<PersonCapture, TakenCapture>([
      ['KTP', { still: new Blob([new Uint8Array(300)]), frames: [] }],
      ['SELFIE', { still: new Blob([new Uint8Array(100)]), frames: [] }],
    ]),
    sent: new Set<PersonCapture>(),
    captureLock: 'lock-2',
    onProgress: (share: number) => shares.push(share),
    createRequest: uploads.createRequest,
    wait: vi.fn(() => Promise.resolve()),
    signal: work.signal,
  };
  return { options, uploads, shares, work, confirmCaptures, readUploadTargets };
}

describe('sendCaptures', () => {
  it('uploads every capture that is asked for, then confirms once', async () => {
    const { options, uploads, shares, confirmCaptures } = setUp(['KTP', 'SELFIE']);
    await expect(sendCaptures(options)).resolves.toEqual({ kind: 'CONFIRMED' });
    expect(uploads.sent).toEqual([
      'PUT https://store.example/KTP',
      'PUT https://store.example/SELFIE',
    ]);
    expect(shares).toEqual([0, 0.375, 0.75, 0.875]);
    expect(confirmCaptures).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('sends nothing that was taken for an attempt that is over, and tells how it stands', async () => {
    const { options, uploads, confirmCaptures } = setUp(['KTP', 'SELFIE']);
    const progress = progressWith({ captureLock: 'lock-2' });
    await expect(sendCaptures({ ...options, captureLock: 'lock-1' })).resolves.toEqual({
      kind: 'MOVED_ON',
      progress,
    });
    expect(uploads.sent).toEqual([]);
    expect(confirmCaptures).not.toHaveBeenCalled();
  });

  it('confirms what the first device had sent together with what was taken here', async () => {
    const { options, uploads, confirmCaptures } = setUp(['SELFIE']);
    const { targets, ...asked } = await options.api.readUploadTargets();
    const sent = { ...targetFor('KTP'), isUploaded: true };
    options.api.readUploadTargets = () =>
      Promise.resolve({ ...asked, targets: [sent, ...targets] });
    options.captures.delete('KTP');
    await expect(sendCaptures(options)).resolves.toEqual({ kind: 'CONFIRMED' });
    expect(uploads.sent).toEqual(['PUT https://store.example/SELFIE']);
    expect(confirmCaptures).toHaveBeenCalledOnce();
  });

  it('leaves out captures that the attempt does not ask for', async () => {
    const { options, uploads } = setUp(['SELFIE']);
    await sendCaptures(options);
    expect(uploads.sent).toEqual(['PUT https://store.example/SELFIE']);
  });

  it('puts the frames of a selfie behind its still, with the nonce of the attempt', async () => {
    const { options, uploads } = setUp(['SELFIE']);
    const chance = createChance(11);
    const [still, frame] = [drawTinyJpeg(chance), drawTinyJpeg(chance)].map(
      (bytes) => new Blob([Uint8Array.from(bytes)]),
    );
    options.captures.set('SELFIE', { still: still!, frames: [{ jpeg: frame!, atMs: 0 }] });
    await sendCaptures(options);
    const sent = splitFrames(new Uint8Array(await uploads.bodies[0]!.arrayBuffer()));
    expect(sent.frames.map(({ nonce }) => nonce)).toEqual(['nonce-2']);
  });

  it('sends nothing and names what is missing when a capture was not taken', async () => {
    const { options, uploads, confirmCaptures } = setUp(['KTP', 'SELFIE']);
    options.captures.delete('SELFIE');
    await expect(sendCaptures(options)).resolves.toEqual({
      kind: 'MISSING',
      documents: ['SELFIE'],
    });
    expect(uploads.sent).toEqual([]);
    expect(confirmCaptures).not.toHaveBeenCalled();
  });

  it('repeats an upload that the store could not take at the moment', async () => {
    const answers: UploadAnswer[] = ['LOST', 503, 200];
    const { options, uploads } = setUp(['KTP'], () => answers.shift() ?? 200);
    await expect(sendCaptures(options)).resolves.toEqual({ kind: 'CONFIRMED' });
    expect(uploads.sent).toHaveLength(3);
    expect(options.wait).toHaveBeenCalledTimes(2);
  });

  it('gives up a connection that does not come back', async () => {
    const { options, uploads, confirmCaptures } = setUp(['KTP'], () => 'LOST');
    await expect(sendCaptures(options)).rejects.toBeInstanceOf(ConnectionError);
    expect(uploads.sent).toHaveLength(4);
    expect(confirmCaptures).not.toHaveBeenCalled();
  });

  it('asks for a fresh address when the store refuses one that has expired, but not for ever', async () => {
    const answers: UploadAnswer[] = [200, 403, 200];
    const { options, uploads, readUploadTargets } = setUp(
      ['KTP', 'SELFIE'],
      () => answers.shift() ?? 403,
    );
    await expect(sendCaptures(options)).resolves.toEqual({ kind: 'CONFIRMED' });
    expect(readUploadTargets).toHaveBeenCalledTimes(2);
    expect(uploads.sent.map((line) => line.split('/').pop())).toEqual(['KTP', 'SELFIE', 'SELFIE']);
    options.sent.clear();
    await expect(sendCaptures(options)).rejects.toMatchObject({ status: 403 });
    expect(uploads.sent).toHaveLength(3 + 3);
  });

  it('goes on after a lost connection behind what has arrived', async () => {
    const answers: UploadAnswer[] = [200, 'LOST', 'LOST', 'LOST', 'LOST', 200];
    const { options, uploads, shares } = setUp(['KTP', 'SELFIE'], () => answers.shift() ?? 200);
    await expect(sendCaptures(options)).rejects.toBeInstanceOf(ConnectionError);
    shares.length = 0;
    await expect(sendCaptures(options)).resolves.toEqual({ kind: 'CONFIRMED' });
    expect(uploads.sent.filter((line) => line.endsWith('KTP'))).toHaveLength(1);
    expect(shares[0]).toBe(0.75);
  });

  it('repeats a confirm that met a service out of breath', async () => {
    const { options, confirmCaptures } = setUp(['KTP']);
    confirmCaptures.mockRejectedValueOnce(new ApiError(503, 'GENERIC_SERVICE_ERROR'));
    await expect(sendCaptures(options)).resolves.toEqual({ kind: 'CONFIRMED' });
    expect(confirmCaptures).toHaveBeenCalledTimes(2);
  });

  it.each(['ATTEMPT_ALREADY_CONFIRMED', 'SUBMISSION_ALREADY_FINISHED'])(
    'lets the status decide after %s',
    async (reason) => {
      const { options, confirmCaptures } = setUp(['KTP']);
      confirmCaptures.mockRejectedValueOnce(new ApiError(409, reason));
      await expect(sendCaptures(options)).resolves.toEqual({ kind: 'CONFIRMED' });
    },
  );

  it('sends everything again when the service says that it is not there', async () => {
    const { options, uploads, confirmCaptures } = setUp(['KTP']);
    options.sent.add('KTP');
    confirmCaptures.mockRejectedValueOnce(new ApiError(400, 'DOCUMENT_NOT_UPLOADED'));
    await expect(sendCaptures(options)).resolves.toEqual({ kind: 'CONFIRMED' });
    expect(uploads.sent).toHaveLength(1);
    expect(confirmCaptures).toHaveBeenCalledTimes(2);
  });

  it('fails on a refusal that it cannot mend', async () => {
    const { options, confirmCaptures } = setUp(['KTP']);
    confirmCaptures.mockRejectedValue(new ApiError(400, 'DOCUMENT_TOO_LARGE'));
    await expect(sendCaptures(options)).rejects.toMatchObject({ reason: 'DOCUMENT_TOO_LARGE' });
    expect(confirmCaptures).toHaveBeenCalledTimes(1);
  });

  it('confirms nothing for a person who has left', async () => {
    const { options, work, confirmCaptures } = setUp(['KTP'], () => {
      work.abort();
      return 200;
    });
    await expect(sendCaptures(options)).rejects.toBeInstanceOf(ConnectionError);
    expect(confirmCaptures).not.toHaveBeenCalled();
  });
});
