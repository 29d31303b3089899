import { lookOnce } from '../../models/image/look-once.js';
import type { CaptureSource } from './load-capture.js';

/** Runs a check on captures that it shares with the checks that run beside it. */
export type WithCaptures = <Output>(
  check: (source: CaptureSource) => Promise<Output>,
) => Promise<Output>;

/** What the store answered, and how many checks that are running have asked for it. */
interface HeldObject {
  readonly bytes: Promise<Uint8Array>;
  holders: number;
}

/**
 * The checks of an attempt run side by side and look at the same two photographs. Each is fetched, opened
 * and decoded once for all of them, into one picture, so that what one check found in it serves another.
 *
 * Nothing is kept for checks to come: the last check to end lets go, so that the memory holds no picture
 * longer than a running check needs it, nor more of them than if each had its own. Each check sees for
 * itself whether the bytes are the ones that were confirmed.
 */
export function shareCaptures({ captures, models }: CaptureSource): WithCaptures {
  const held = new Map<string, HeldObject>();
  // By the very bytes: others have another picture, whatever their key.
  const decodeOnce = lookOnce((bytes: Uint8Array) => models.decodeImage(bytes));

  function hold(key: string): HeldObject {
    const object = held.get(key) ?? { bytes: captures.fetch(key), holders: 0 };
    object.holders += 1;
    held.set(key, object);
    return object;
  }

  function release(key: string): void {
    const object = held.get(key);
    if (object === undefined) return;
    object.holders -= 1;
    if (object.holders === 0) held.delete(key);
  }

  return async (check) => {
    const own: string[] = [];
    const fetch = (key: string) => {
      own.push(key);
      return hold(key).bytes;
    };
    // Limits are those of frames, which one check alone looks at.
    const decodeImage: CaptureSource['models']['decodeImage'] = (bytes, limits) =>
      limits === undefined ? decodeOnce(bytes) : models.decodeImage(bytes, limits);
    try {
      return await check({ captures: { fetch }, models: { decodeImage } });
    } finally {
      own.forEach(release);
    }
  };
}
