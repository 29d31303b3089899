import { describe, expect, it } from 'vitest';
import { createCamera, toCameraError, type CameraDevices, type CameraProblem } from './camera.js';
import { isTooCoarse } from './capture-region.js';

class FakeTrack {
  isStopped = false;

  stop(): void {
    this.isStopped = true;
  }
}

function fakeStream(): { stream: MediaStream; track: FakeTrack } {
  const track = new FakeTrack();
  return { track, stream: { getTracks: () => [track] } as unknown as MediaStream };
}

function devicesThat(
  getUserMedia: (constraints: MediaStreamConstraints) => Promise<MediaStream>,
): CameraDevices {
  return { getUserMedia };
}

describe('createCamera', () => {
  it('asks for the camera on the side that is wanted, and never for sound', async () => {
    const asked: MediaStreamConstraints[] = [];
    const { stream } = fakeStream();
    const mediaDevices = devicesThat((constraints) => {
      asked.push(constraints);
      return Promise.resolve(stream);
    });
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    await expect(camera.open('environment')).resolves.toBe(stream);
    expect(asked).toMatchObject([
      { audio: false, video: { facingMode: { ideal: 'environment' } } },
    ]);
  });

  it('stops the first camera when another is opened, and the last at the end', async () => {
    const streams = [fakeStream(), fakeStream()];
    let opened = 0;
    const mediaDevices = devicesThat(() => Promise.resolve(streams[opened++]!.stream));
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    await camera.open('environment');
    await camera.open('user');
    expect(streams.map(({ track }) => track.isStopped)).toEqual([true, false]);
    camera.stop();
    expect(streams.map(({ track }) => track.isStopped)).toEqual([true, true]);
  });

  it('stops a camera that the browser opens only after it was given up', async () => {
    const { stream, track } = fakeStream();
    let answer: (stream: MediaStream) => void = () => undefined;
    const mediaDevices = devicesThat(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    const opening = camera.open('user');
    camera.stop();
    answer(stream);
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(track.isStopped).toBe(true);
  });

  it('takes any camera where the wishes cannot be met', async () => {
    const { stream } = fakeStream();
    const mediaDevices = devicesThat(({ video }) =>
      video === true
        ? Promise.resolve(stream)
        : Promise.reject(new DOMException('no', 'OverconstrainedError')),
    );
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    await expect(camera.open('environment')).resolves.toBe(stream);
  });

  it('wishes for less where a camera does not start at the wanted size', async () => {
    const { stream } = fakeStream();
    const asked: unknown[] = [];
    const mediaDevices = devicesThat(({ video }) => {
      asked.push(video);
      return typeof video === 'object' && 'width' in video
        ? Promise.reject(new DOMException('no', 'NotReadableError'))
        : Promise.resolve(stream);
    });
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    await expect(camera.open('user')).resolves.toBe(stream);
    expect(asked).toHaveLength(3);
    expect(asked[2]).toEqual({ facingMode: { ideal: 'user' } });
  });

  it('takes a smaller size that shows a card well before it leaves the size to the browser', async () => {
    const { stream } = fakeStream();
    const mediaDevices = devicesThat(({ video }) => {
      const { width, height } = video as { width: { ideal: number }; height: { ideal: number } };
      if (width.ideal > 1280) return Promise.reject(new DOMException('no', 'NotReadableError'));
      // Held upright, the short side is across.
      expect(isTooCoarse({ width: height.ideal, height: width.ideal })).toBe(false);
      return Promise.resolve(stream);
    });
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    await expect(camera.open('environment')).resolves.toBe(stream);
  });

  it('asks only once where the person has said no', async () => {
    let asked = 0;
    const mediaDevices = devicesThat(() => {
      asked += 1;
      return Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    await expect(camera.open('user')).rejects.toMatchObject({ problem: 'CameraDenied' });
    expect(asked).toBe(1);
  });

  it('tells when a camera was plugged in or out, until it is told not to', () => {
    const mediaDevices = Object.assign(
      new EventTarget(),
      devicesThat(() => Promise.reject(new Error('no camera'))),
    );
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    let changes = 0;
    const stop = camera.onDevicesChanged(() => (changes += 1));
    mediaDevices.dispatchEvent(new Event('devicechange'));
    stop();
    mediaDevices.dispatchEvent(new Event('devicechange'));
    expect(changes).toBe(1);
  });

  it('listens in vain where a browser has no such event', () => {
    const mediaDevices = devicesThat(() => Promise.reject(new Error('no camera')));
    const camera = createCamera({ mediaDevices, isSecureContext: true });
    expect(camera.onDevicesChanged(() => undefined)).toBeTypeOf('function');
  });

  it('names an insecure page before it asks for anything', async () => {
    const camera = createCamera({ mediaDevices: undefined, isSecureContext: false });
    await expect(camera.open('user')).rejects.toMatchObject({ problem: 'InsecureContext' });
  });

  it('names a browser without camera support', async () => {
    const camera = createCamera({ mediaDevices: undefined, isSecureContext: true });
    await expect(camera.open('user')).rejects.toMatchObject({ problem: 'Unsupported' });
  });
});

describe('toCameraError', () => {
  it.each<[string, CameraProblem]>([
    ['NotAllowedError', 'CameraDenied'],
    ['SecurityError', 'CameraDenied'],
    ['NotFoundError', 'CameraNotFound'],
    ['NotReadableError', 'CameraBusy'],
    ['AbortError', 'CameraBusy'],
    ['TypeError', 'Unsupported'],
  ])('takes %s for %s', (name, problem) => {
    const cause = new DOMException('said by the browser', name);
    expect(toCameraError(cause)).toMatchObject({ problem, cause });
  });

  it('knows the error of a browser that makes no Error of it', () => {
    expect(toCameraError({ name: 'OverconstrainedError' })).toMatchObject({
      problem: 'CameraNotFound',
    });
  });
});
