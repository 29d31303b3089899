import { describe, expect, it } from 'vitest';
import { createFakeCameraFrames } from '../testing/fake-camera-frames.js';
import { startBurstRecorder } from './burst-recorder.js';
import type { TakenFrame } from './taken-captures.js';

const FRAME_MS = 33;

function setUp() {
  const frames = createFakeCameraFrames();
  const clock = { now: 0 };
  let giveUp = (): void => undefined;
  const recorder = startBurstRecorder({
    frames,
    now: () => clock.now,
    wait: () =>
      new Promise((resolve) => {
        giveUp = resolve;
      }),
  });
  /** The press of the shutter at a time; the camera has shown its frames until then. */
  const press = (atMs: number): Promise<readonly TakenFrame[]> => {
    frames.showThrough(clock.now, atMs, FRAME_MS);
    clock.now = atMs;
    return recorder.take();
  };
  return {
    frames,
    recorder,
    press,
    endPatience: () => {
      giveUp();
    },
  };
}

/** When each frame was shown, which is what the fake camera draws. */
function shownAt(frames: readonly TakenFrame[]): Promise<number[]> {
  return Promise.all(frames.map(async ({ jpeg }) => Number(await jpeg.text())));
}

describe('startBurstRecorder', () => {
  it('takes two frames from before the press and two from after it', async () => {
    const { frames, press } = setUp();
    const taking = press(1_000);
    frames.showThrough(1_023, 1_500, FRAME_MS);
    const burst = await taking;
    expect(await shownAt(burst)).toEqual([792, 924, 1_122, 1_254]);
    expect(burst.map(({ atMs }) => atMs)).toEqual([0, 132, 330, 462]);
  });

  it('leaves out a frame that may be the one on the still', async () => {
    const { frames, press } = setUp();
    // The youngest that was kept is of 924 ms.
    const taking = press(940);
    frames.showThrough(960, 1_500, FRAME_MS);
    expect((await shownAt(await taking)).slice(0, 2)).toEqual([660, 792]);
  });

  it('takes what there is of a camera that shows nothing more', async () => {
    const { press, endPatience } = setUp();
    const taking = press(1_000);
    endPatience();
    expect(await shownAt(await taking)).toEqual([792, 924]);
  });

  it('takes no frames of a camera that has shown none', async () => {
    const { recorder, endPatience } = setUp();
    const taking = recorder.take();
    endPatience();
    expect(await taking).toEqual([]);
  });

  it('holds three copies at most while it waits, and none at the end', async () => {
    const { frames, recorder, press } = setUp();
    frames.showThrough(0, 5_000, FRAME_MS);
    expect(frames.held.size).toBe(3);
    const taking = press(5_020);
    frames.showThrough(5_050, 5_500, FRAME_MS);
    await taking;
    expect(frames.held.size).toBe(0);
    recorder.stop();
  });

  it('holds nothing and copies nothing once it is stopped', () => {
    const { frames, recorder } = setUp();
    frames.showThrough(0, 500, FRAME_MS);
    recorder.stop();
    frames.showThrough(533, 1_000, FRAME_MS);
    expect(frames.held.size).toBe(0);
  });
});
