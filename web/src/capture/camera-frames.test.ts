import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCameraFrames } from './camera-frames.js';
import { wholeFrame } from './frame-geometry.js';

type Callback = (now: number) => void;

/** Plays what calls back once for the next frame: of the video, or of the screen. */
function createTurns() {
  const waiting: Callback[] = [];
  return {
    ask: (callback: Callback): number => waiting.push(callback),
    next: (now: number): void => {
      for (const callback of waiting.splice(0)) callback(now);
    },
  };
}

function follow(video: object) {
  const shown: number[] = [];
  const frames = createCameraFrames(video as HTMLVideoElement, wholeFrame);
  const stop = frames.follow((atMs) => shown.push(atMs));
  return { shown, stop };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('createCameraFrames', () => {
  it('follows the frames of the camera and not those of the screen', () => {
    const [camera, screen] = [createTurns(), createTurns()];
    vi.stubGlobal('requestAnimationFrame', screen.ask);
    const { shown } = follow({ requestVideoFrameCallback: camera.ask });
    screen.next(16);
    camera.next(33);
    screen.next(48);
    camera.next(66);
    expect(shown).toEqual([33, 66]);
  });

  it('follows the screen where the browser does not tell the frames of the camera', () => {
    const screen = createTurns();
    vi.stubGlobal('requestAnimationFrame', screen.ask);
    const { shown } = follow({});
    screen.next(16);
    screen.next(32);
    expect(shown).toEqual([16, 32]);
  });

  it('ends when it is told to', () => {
    const camera = createTurns();
    const { shown, stop } = follow({ requestVideoFrameCallback: camera.ask });
    camera.next(33);
    stop();
    camera.next(66);
    camera.next(99);
    expect(shown).toEqual([33]);
  });
});
