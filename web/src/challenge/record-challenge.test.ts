import { describe, expect, it, vi } from 'vitest';
import { CameraError } from '../capture/camera.js';
import { createFakeCameraFrames } from '../testing/fake-camera-frames.js';
import { recordChallenge, type RecordingPhase } from './record-challenge.js';

const STILL = new Blob(['still']);

/** `wait` answers when the test says so; each call is one pause. */
function setUp(movements = 1) {
  const frames = createFakeCameraFrames();
  const pauses: { delayMs: number; end: () => void }[] = [];
  const phases: RecordingPhase[] = [];
  const work = new AbortController();
  const takeStill = vi.fn(() => Promise.resolve(STILL));
  const recording = recordChallenge({
    movements,
    frames,
    takeStill,
    onPhase: (phase) => phases.push(phase),
    wait: (delayMs) =>
      new Promise((resolve) => {
        pauses.push({ delayMs, end: resolve });
      }),
    signal: work.signal,
  });
  /** Ends the pause that is under way and lets what follows it run. */
  const endPause = async (): Promise<void> => {
    pauses.at(-1)!.end();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const countDown = async (): Promise<void> => {
    for (let second = 0; second < 3; second += 1) await endPause();
  };
  return { frames, phases, pauses, work, takeStill, recording, endPause, countDown };
}

describe('recordChallenge', () => {
  it('counts down three seconds before anything is taken', async () => {
    const { frames, phases, pauses, takeStill, endPause } = setUp();
    await endPause();
    await endPause();
    frames.showThrough(0, 2_000, 33);
    expect(phases).toEqual([3, 2, 1].map((secondsLeft) => ({ name: 'COUNTDOWN', secondsLeft })));
    expect(pauses.map(({ delayMs }) => delayMs)).toEqual([1_000, 1_000, 1_000]);
    expect(takeStill).not.toHaveBeenCalled();
    expect(frames.held.size).toBe(0);
  });

  it('takes the still first, then twelve frames in about three seconds', async () => {
    const { frames, phases, takeStill, recording, countDown } = setUp();
    await countDown();
    expect(takeStill).toHaveBeenCalledOnce();
    frames.showThrough(10_000, 14_000, 33);
    const capture = await recording;
    expect(capture?.still).toBe(STILL);
    const times = capture?.frames.map(({ atMs }) => atMs) ?? [];
    expect(times).toHaveLength(12);
    expect(times[0]).toBe(0);
    expect(times.at(-1)).toBe(2_904);
    expect(phases.at(-2)).toEqual({ name: 'ACTING', movement: 0, share: 1 });
    expect(phases.at(-1)).toEqual({ name: 'RECORDED' });
    expect(frames.held.size).toBe(0);
  });

  it('records two movements in one piece and says when the second is to be made', async () => {
    const { frames, phases, takeStill, recording, countDown } = setUp(2);
    await countDown();
    frames.showThrough(10_000, 16_000, 33);
    expect((await recording)?.frames).toHaveLength(20);
    expect(takeStill).toHaveBeenCalledOnce();
    const acting = phases.filter((phase) => phase.name === 'ACTING');
    const [first, second] = [0, 1].map((at) => acting.filter(({ movement }) => movement === at));
    expect(first!.map(({ share }) => share).at(-1)).toBeCloseTo(0.45);
    expect(second!.map(({ share }) => share).at(0)).toBeCloseTo(0.5);
    expect(acting).toEqual([...first!, ...second!]);
  });

  it('ends without a capture when it is aborted while counting', async () => {
    const { work, recording, takeStill, endPause } = setUp();
    work.abort();
    await endPause();
    await expect(recording).resolves.toBeNull();
    expect(takeStill).not.toHaveBeenCalled();
  });

  it('ends without a capture when it is aborted while recording, and holds no copy', async () => {
    const { frames, work, recording, countDown } = setUp();
    await countDown();
    frames.showThrough(0, 1_000, 33);
    expect(frames.held.size).toBeGreaterThan(0);
    work.abort();
    await expect(recording).resolves.toBeNull();
    expect(frames.held.size).toBe(0);
  });

  it('ends at once when the still fails, and holds no copy', async () => {
    const { frames, takeStill, recording, countDown } = setUp();
    const unreadable = new Error('unreadable');
    let fail = (_: Error): void => undefined;
    takeStill.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
    await countDown();
    frames.showThrough(0, 1_000, 33);
    expect(frames.held.size).toBeGreaterThan(0);
    fail(unreadable);
    await expect(recording).rejects.toBe(unreadable);
    frames.showThrough(1_000, 2_000, 33);
    expect(frames.held.size).toBe(0);
  });

  it('says so when the camera stands still', async () => {
    const { frames, recording, countDown, endPause } = setUp();
    await countDown();
    frames.showThrough(0, 1_000, 33);
    const failing = expect(recording).rejects.toEqual(new CameraError('CameraBusy'));
    await endPause();
    await failing;
    expect(frames.held.size).toBe(0);
  });
});
