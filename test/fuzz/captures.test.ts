import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FrameSequenceError,
  joinFrames,
  MAX_FRAMES,
  splitFrames,
} from '../../contract/frame-sequence.js';
import { recogniseImage } from '../../contract/image-type.js';
import { findEndOfJpeg } from '../../contract/jpeg-end.js';
import { createChance, drawTinyJpeg } from '../../contract/testing/tiny-jpeg.js';
import { changedBytes } from './hostile.js';
import { outcomeOf, settings } from './properties.js';

const tinyJpeg = fc.integer().map((seed) => drawTinyJpeg(createChance(seed)));
const nonce = fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/);
const burst = fc.record({
  still: tinyJpeg,
  nonce,
  frames: fc.array(fc.record({ jpeg: tinyJpeg, atMs: fc.nat({ max: 120_000 }) }), {
    minLength: 1,
    maxLength: MAX_FRAMES,
  }),
});

const joined = burst.map(joinFrames);

describe('a capture with frames behind it', () => {
  it('comes apart as it was joined', () => {
    fc.assert(
      fc.property(burst, (taken) => {
        const { still, frames } = splitFrames(joinFrames(taken));
        expect(Buffer.from(still)).toEqual(Buffer.from(taken.still));
        expect(frames).toHaveLength(taken.frames.length);
        for (const [index, frame] of frames.entries()) {
          expect(frame.nonce).toBe(taken.nonce);
          expect(frame.atMs).toBe(taken.frames[index]?.atMs);
          expect(Buffer.from(frame.jpeg)).toEqual(Buffer.from(taken.frames[index]!.jpeg));
        }
      }),
      settings(),
    );
  });

  it('comes apart or is refused by its own error, whatever was changed in it', () => {
    fc.assert(
      fc.property(joined.chain(changedBytes), (bytes) => {
        const { value, error } = outcomeOf(() => splitFrames(bytes));
        if (value === null) {
          expect(error).toBeInstanceOf(FrameSequenceError);
          return;
        }
        expect(value.frames.length).toBeLessThanOrEqual(MAX_FRAMES);
        const taken = value.frames.reduce((sum, { jpeg }) => sum + jpeg.length, 0);
        expect(value.still.length + taken).toBeLessThanOrEqual(bytes.length);
        for (const { atMs, jpeg } of value.frames) {
          expect(Number.isInteger(atMs) && atMs >= 0 && atMs <= 120_000).toBe(true);
          expect(recogniseImage(jpeg)).toBe('image/jpeg');
        }
      }),
      settings(),
    );
  });

  it('is joined or refused by its own error, whatever the app was given', () => {
    const frames = fc.array(fc.record({ jpeg: fc.uint8Array(), atMs: fc.double() }), {
      maxLength: MAX_FRAMES + 2,
    });
    const given = fc.record({
      still: fc.oneof(tinyJpeg, fc.uint8Array()),
      nonce: fc.oneof(nonce, fc.string()),
      frames: fc.oneof(
        frames,
        burst.map((taken) => taken.frames),
      ),
    });
    fc.assert(
      fc.property(given, (taken) => {
        const { error } = outcomeOf(() => joinFrames(taken));
        if (error !== null) expect(error).toBeInstanceOf(FrameSequenceError);
      }),
      settings(),
    );
  });

  // Ten megabytes each, the most that is taken in: what looks twice at a byte would never end.
  it.each([
    ['fill bytes', () => repeat([0xff])],
    ['restart markers', () => repeat([0xff, 0xd0])],
    ['beginnings of pictures', () => repeat([0xff, 0xd8])],
    ['empty comments', () => repeat([0xff, 0xfe, 0x00, 0x02])],
    ['scans that never end', () => repeat([0xff, 0xda, 0x00, 0x02, 0x00])],
  ])('is looked at once, of %s too', (_kind, make) => {
    const bytes = make();
    bytes.set([0xff, 0xd8]);
    expect(findEndOfJpeg(bytes, 0)).toBeNull();
    expect(splitFrames(bytes).still).toBe(bytes);
  });
});

function repeat(pattern: readonly number[]): Uint8Array {
  return new Uint8Array(Buffer.alloc(10_485_760, Uint8Array.from(pattern)));
}
