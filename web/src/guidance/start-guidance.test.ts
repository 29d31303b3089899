import { describe, expect, it, vi } from 'vitest';
import type { PersonCapture } from '../../../contract/flow.js';
import { createFakeCameraFrames } from '../testing/fake-camera-frames.js';
import type { FrameReading } from './frame-reading.js';
import type { FrameReader } from './read-frames.js';
import { startGuidance } from './start-guidance.js';

const GOOD: FrameReading = { fault: null, corners: null };

/** A reader that answers when it is told to, and a camera that shows frames at 30 a second. */
function setUp(document: PersonCapture = 'KTP', spacingMs = 33) {
  const frames = createFakeCameraFrames();
  const clock = { now: 0 };
  const pending: ((reading: FrameReading | null) => void)[] = [];
  const reader = {
    spacingMs,
    stop: vi.fn(),
    read: vi.fn<FrameReader['read']>(
      () =>
        new Promise((resolve) => {
          pending.push(resolve);
        }),
    ),
  };
  const onHint = vi.fn();
  const onShutter = vi.fn();
  const video = {} as HTMLVideoElement;
  const now = () => clock.now;
  const stop = startGuidance({ video, document, frames, reader, now, onHint, onShutter });
  /** Shows frames for a while, each read at once. */
  const watch = async (forMs: number, reading: FrameReading | null): Promise<void> => {
    const until = clock.now + forMs;
    while (clock.now < until) {
      clock.now += 33;
      frames.show(clock.now);
      pending.shift()?.(reading);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { frames, clock, pending, reader, onHint, onShutter, stop, watch };
}

describe('startGuidance', () => {
  it('has the picture taken once when the card has been good', async () => {
    const { watch, onShutter, reader } = setUp();
    await watch(900, { fault: 'NO_CARD', corners: null });
    await watch(400, GOOD);
    expect(onShutter).not.toHaveBeenCalled();
    await watch(1_000, GOOD);
    expect(onShutter).toHaveBeenCalledOnce();
    expect(reader.stop).toHaveBeenCalled();
  });

  it('never takes a selfie by itself', async () => {
    const { watch, onShutter, onHint } = setUp('SELFIE');
    await watch(3_000, GOOD);
    expect(onShutter).not.toHaveBeenCalled();
    expect(onHint).toHaveBeenLastCalledWith('GOOD', true);
  });

  it('looks at one frame at a time and skips what comes meanwhile', () => {
    const { frames, reader } = setUp();
    frames.showThrough(0, 1_000, 33);
    expect(reader.read).toHaveBeenCalledOnce();
  });

  it('leaves out frames that could not be looked at', async () => {
    const { watch, onHint } = setUp();
    await watch(500, null);
    expect(onHint).not.toHaveBeenCalled();
    await watch(500, { fault: 'GLARE', corners: null });
    expect(onHint).toHaveBeenLastCalledWith('GLARE', false);
  });

  it('goes on after a frame that could not be drawn', async () => {
    const { watch, reader, onHint } = setUp();
    reader.read.mockRejectedValueOnce(new DOMException('gone', 'InvalidStateError'));
    await watch(300, { fault: 'GLARE', corners: null });
    expect(onHint).toHaveBeenCalled();
  });

  it('says nothing once it is stopped, not even what was under way', async () => {
    const { frames, pending, stop, onHint, reader } = setUp();
    frames.show(33);
    stop();
    pending[0]!(GOOD);
    await Promise.resolve();
    frames.showThrough(66, 500, 33);
    expect(onHint).not.toHaveBeenCalled();
    expect(reader.read).toHaveBeenCalledOnce();
    expect(reader.stop).toHaveBeenCalled();
  });
});
