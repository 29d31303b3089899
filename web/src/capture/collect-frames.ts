import type { GrabbedFrame } from './camera-frames.js';
import { sampleFrames, type SampleOptions } from './sample-frames.js';

export interface CollectOptions extends Omit<SampleOptions, 'onSample'> {
  /** Called with how many there are, after each. */
  readonly onCollected?: (count: number) => void;
  readonly count: number;
  /** Ends the collecting early: nobody waits for ever for a camera that stands still. */
  readonly until: Promise<unknown>;
}

/** The next frames of a camera, as many as are asked for; fewer when it ended early. */
export function collectFrames(options: CollectOptions): Promise<readonly GrabbedFrame[]> {
  const { count, until, onCollected, ...sampling } = options;
  return new Promise((resolve) => {
    const collected: GrabbedFrame[] = [];
    const end = (): void => {
      stop();
      resolve(collected);
    };
    const stop = sampleFrames({
      ...sampling,
      onSample: (frame) => {
        collected.push(frame);
        onCollected?.(collected.length);
        if (collected.length === count) end();
      },
    });
    void until.then(end);
  });
}
