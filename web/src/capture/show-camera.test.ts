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

function setUp(open: Camera['open']) {
  const page = new FakePage();
  const video = { ownerDocument: page, srcObject: null, play: () => Promise.resolve() };
  const camera = { open: vi.fn(open), stop: vi.fn() };
  const events = { onReady: vi.fn(), onPaused: vi.fn(), onProblem: vi.fn() };
  const attach = showCamera({ camera, facing: 'user', ...events });
  const detach = attach(video as unknown as HTMLVideoElement);
  return { page, video, camera, events, detach };
}

function streamWith(track: EventTarget): MediaStream {
  return { getVideoTracks: () => [track] } as unknown as MediaStream;
}

describe('showCamera', () => {
  it('shows the picture and says when it is there', async () => {
    const stream = streamWith(new EventTarget());
    const { video, events } = setUp(() => Promise.resolve(stream));
    await vi.waitFor(() => {
      expect(events.onReady).toHaveBeenCalledOnce();
    });
    expect(video.srcObject).toBe(stream);
  });

  it('holds no camera while the page is hidden and opens it again after', async () => {
    const { page, video, camera, events } = setUp(() =>
      Promise.resolve(streamWith(new EventTarget())),
    );
    await vi.waitFor(() => {
      expect(events.onReady).toHaveBeenCalledTimes(1);
    });
    page.setHidden(true);
    expect(camera.stop).toHaveBeenCalled();
    expect(video.srcObject).toBeNull();
    expect(events.onPaused).toHaveBeenCalled();
    page.setHidden(false);
    await vi.waitFor(() => {
      expect(events.onReady).toHaveBeenCalledTimes(2);
    });
  });

  it('stops the camera when the element goes, and listens no more', async () => {
    const { page, camera, events, detach } = setUp(() =>
      Promise.resolve(streamWith(new EventTarget())),
    );
    await vi.waitFor(() => {
      expect(events.onReady).toHaveBeenCalled();
    });
    detach();
    expect(camera.stop).toHaveBeenCalledOnce();
    page.setHidden(false);
    expect(camera.open).toHaveBeenCalledOnce();
  });

  it('tells why there is no picture', async () => {
    const error = new CameraError('CameraDenied');
    const { events } = setUp(() => Promise.reject(error));
    await vi.waitFor(() => {
      expect(events.onProblem).toHaveBeenCalledWith(error);
    });
  });

  it('takes a camera that goes away by itself for a busy one', async () => {
    const track = new EventTarget();
    const { events } = setUp(() => Promise.resolve(streamWith(track)));
    await vi.waitFor(() => {
      expect(events.onReady).toHaveBeenCalled();
    });
    track.dispatchEvent(new Event('ended'));
    expect(events.onProblem).toHaveBeenCalledWith(
      expect.objectContaining({ problem: 'CameraBusy' }),
    );
  });

  it('says nothing about an opening that was cut short', async () => {
    const aborted = Promise.reject(new DOMException('stopped', 'AbortError'));
    const { events } = setUp(() => aborted);
    await expect(aborted).rejects.toThrow();
    expect(events.onProblem).not.toHaveBeenCalled();
  });
});
