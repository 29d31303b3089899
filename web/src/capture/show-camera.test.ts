import { describe, expect, it, vi } from 'vitest';
import { CameraError, type Camera } from './camera.js';
import { showCamera } from './show-camera.js';

class FakePage extends EventTarget {
  hidden = false;

  setHidden(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

class FakeVideo extends EventTarget {
  readonly attributes = new Set<string>();
  srcObject: MediaStream | null = null;
  muted = false;
  readyState = 4;
  videoWidth = 1280;
  readonly ownerDocument: FakePage;
  play: () => Promise<void> = () => Promise.resolve();

  constructor(page: FakePage) {
    super();
    this.ownerDocument = page;
  }

  setAttribute(name: string): void {
    this.attributes.add(name);
  }
}

class FakeTrack extends EventTarget {
  muted = false;
  readyState = 'live';

  fire(type: 'ended' | 'mute' | 'unmute'): void {
    this.muted = type === 'mute';
    this.dispatchEvent(new Event(type));
  }
}

function streamWith(track: FakeTrack): MediaStream {
  return { getVideoTracks: () => [track] } as unknown as MediaStream;
}

/** A camera whose streams have the tracks in turn, a new one each time it is opened. */
function setUp(open?: Camera['open'], prepare: (video: FakeVideo) => void = () => undefined) {
  const page = new FakePage();
  const video = new FakeVideo(page);
  prepare(video);
  const tracks: FakeTrack[] = [];
  const openNext = (): Promise<MediaStream> => {
    const track = new FakeTrack();
    tracks.push(track);
    return Promise.resolve(streamWith(track));
  };
  const plugs = new Set<() => void>();
  const camera = {
    open: vi.fn(open ?? openNext),
    stop: vi.fn(),
    onDevicesChanged: (listener: () => void) => {
      plugs.add(listener);
      return () => plugs.delete(listener);
    },
  };
  const events = {
    onReady: vi.fn(),
    onPaused: vi.fn(),
    onProblem: vi.fn(),
    onPressNeeded: vi.fn<(play: () => void) => void>(),
  };
  const waits: number[] = [];
  const wait = (delayMs: number): Promise<void> => {
    waits.push(delayMs);
    return Promise.resolve();
  };
  const attach = showCamera({ camera, facing: 'user', wait, ...events });
  const detach = attach(video as unknown as HTMLVideoElement);
  const isReady = (times: number) =>
    vi.waitFor(() => {
      expect(events.onReady).toHaveBeenCalledTimes(times);
    });
  return { page, video, tracks, plugs, camera, events, waits, detach, isReady };
}

describe('showCamera', () => {
  it('shows the picture, silently and in the page, and says when it is there', async () => {
    const { video, isReady } = setUp();
    await isReady(1);
    expect(video.srcObject).not.toBeNull();
    expect(video.muted).toBe(true);
    expect([...video.attributes]).toEqual(['playsinline', 'muted']);
  });

  it('holds no camera while the page is hidden and opens it again after', async () => {
    const { page, video, camera, events, isReady } = setUp();
    await isReady(1);
    page.setHidden(true);
    expect(camera.stop).toHaveBeenCalled();
    expect(video.srcObject).toBeNull();
    expect(events.onPaused).toHaveBeenCalled();
    page.setHidden(false);
    await isReady(2);
  });

  it('stops the camera when the element goes, and listens no more', async () => {
    const { page, tracks, plugs, camera, detach, isReady } = setUp();
    await isReady(1);
    detach();
    expect(camera.stop).toHaveBeenCalledOnce();
    page.setHidden(false);
    tracks[0]!.fire('ended');
    expect(camera.open).toHaveBeenCalledOnce();
    expect(plugs.size).toBe(0);
  });

  it('tells why there is no picture', async () => {
    const error = new CameraError('CameraDenied');
    const { events } = setUp(() => Promise.reject(error));
    await vi.waitFor(() => {
      expect(events.onProblem).toHaveBeenCalledWith(error);
    });
  });

  it('opens a camera that goes away by itself again, and gives up in the end', async () => {
    const { tracks, events, isReady } = setUp();
    for (const loss of [1, 2, 3]) {
      await isReady(loss);
      tracks.at(-1)!.fire('ended');
    }
    await isReady(4);
    expect(events.onProblem).not.toHaveBeenCalled();
    tracks.at(-1)!.fire('ended');
    expect(events.onProblem).toHaveBeenCalledWith(
      expect.objectContaining({ problem: 'CameraBusy' }),
    );
    expect(events.onReady).toHaveBeenCalledTimes(4);
  });

  it('opens it again where a camera was unplugged and its track says nothing', async () => {
    const { tracks, plugs, isReady } = setUp();
    await isReady(1);
    for (const listener of plugs) listener();
    expect(tracks).toHaveLength(1);
    tracks[0]!.readyState = 'ended';
    for (const listener of [...plugs]) listener();
    await isReady(2);
  });

  it('waits for a camera that was taken away for a moment', async () => {
    const { tracks, events, isReady } = setUp();
    await isReady(1);
    tracks[0]!.fire('mute');
    expect(events.onPaused).toHaveBeenCalledOnce();
    tracks[0]!.fire('unmute');
    await isReady(2);
    expect(tracks).toHaveLength(1);
  });

  it('opens it again where it stays away', async () => {
    const { tracks, isReady } = setUp();
    await isReady(1);
    tracks[0]!.fire('mute');
    await isReady(2);
    expect(tracks).toHaveLength(2);
  });

  it('begins anew with the shape of a phone that was turned', async () => {
    const { video, events, camera, isReady } = setUp();
    video.dispatchEvent(new Event('resize'));
    await isReady(1);
    expect(events.onPaused).not.toHaveBeenCalled();
    video.dispatchEvent(new Event('resize'));
    expect(events.onPaused).toHaveBeenCalledOnce();
    expect(events.onReady).toHaveBeenCalledTimes(2);
    expect(camera.open).toHaveBeenCalledOnce();
  });

  it('asks for a press where the browser plays nothing without one', async () => {
    const refusal = new DOMException('no gesture', 'NotAllowedError');
    const { video, events, isReady } = setUp(undefined, (element) => {
      element.play = () => Promise.reject(refusal);
    });
    await vi.waitFor(() => {
      expect(events.onPressNeeded).toHaveBeenCalledOnce();
    });
    expect(events.onReady).not.toHaveBeenCalled();
    video.play = () => Promise.resolve();
    const [press] = events.onPressNeeded.mock.calls[0]!;
    press();
    await isReady(1);
  });

  it('is ready only when there is a picture', async () => {
    const { video, waits, isReady } = setUp(undefined, (element) => {
      let looks = 0;
      Object.defineProperty(element, 'videoWidth', { get: () => ((looks += 1) < 4 ? 0 : 1280) });
    });
    await isReady(1);
    expect(waits).toEqual([50, 50, 50]);
    expect(video.videoWidth).toBe(1280);
  });

  it('gives up a camera that opens time and again and shows nothing', async () => {
    const { tracks, events } = setUp(undefined, (element) => {
      element.readyState = 1;
    });
    await vi.waitFor(() => {
      expect(events.onProblem).toHaveBeenCalledWith(
        expect.objectContaining({ problem: 'CameraBusy' }),
      );
    });
    expect(tracks).toHaveLength(4);
    expect(events.onReady).not.toHaveBeenCalled();
  });

  it('says nothing about an opening that was cut short', async () => {
    const aborted = Promise.reject(new DOMException('stopped', 'AbortError'));
    const { events } = setUp(() => aborted);
    await expect(aborted).rejects.toThrow();
    expect(events.onProblem).not.toHaveBeenCalled();
  });
});
