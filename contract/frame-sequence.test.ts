import { describe, expect, it } from 'vitest';
import {
  FrameSequenceError,
  joinFrames,
  MAX_FRAME_BYTES,
  MAX_FRAME_TIME_MS,
  MAX_FRAMES,
  splitFrames,
} from './frame-sequence.js';
import { findEndOfJpeg } from './jpeg-end.js';
import { createChance, drawTinyJpeg } from './testing/tiny-jpeg.js';

const NONCE = '0190b6a2-6c9e-7abc-8def-0123456789ab';
const ROUNDS = 300;

function drawBurst(chance: () => number, count = Math.floor(chance() * (MAX_FRAMES + 1))) {
  return {
    still: drawTinyJpeg(chance),
    nonce: NONCE,
    frames: Array.from({ length: count }, (_, index) => ({
      jpeg: drawTinyJpeg(chance),
      atMs: index * 120,
    })),
  };
}

const joinWhole = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));

function frameSaying(text: string, jpeg = drawTinyJpeg(createChance(7))): Uint8Array {
  const length = text.length + 2;
  const letters = Array.from(text, (letter) => letter.charCodeAt(0));
  const comment = [0xff, 0xfe, length >> 8, length & 0xff, ...letters];
  return joinWhole(jpeg.subarray(0, 2), comment, jpeg.subarray(2));
}

const still = drawTinyJpeg(createChance(1));
const whyNot = (bytes: Uint8Array): unknown => {
  try {
    return splitFrames(bytes);
  } catch (error) {
    return error;
  }
};

describe('a still and its frames', () => {
  it('come apart as they were put together', () => {
    const chance = createChance(2026);
    for (let round = 0; round < ROUNDS; round += 1) {
      const burst = drawBurst(chance);
      const { still: first, frames } = splitFrames(joinFrames(burst));
      expect(first).toEqual(burst.still);
      expect(frames).toEqual(burst.frames.map((frame) => ({ ...frame, nonce: NONCE })));
    }
  });

  it('are, up to where the still ends, the still alone', () => {
    const burst = drawBurst(createChance(5), 4);
    const joined = joinFrames(burst);
    expect(joined.subarray(0, burst.still.length)).toEqual(burst.still);
    expect(findEndOfJpeg(joined, 0)).toBe(burst.still.length);
  });

  it('lose what a camera appended to them, so that the frames are found', () => {
    const chance = createChance(11);
    const [first, jpeg] = [drawTinyJpeg(chance), drawTinyJpeg(chance)];
    const appendix = [0x00, 0x00, 0x00, 0x18, 0x66, 0x74, 0x79, 0x70];
    const joined = joinFrames({
      still: joinWhole(first, appendix),
      frames: [{ jpeg: joinWhole(jpeg, appendix), atMs: 0 }],
      nonce: NONCE,
    });
    expect(splitFrames(joined)).toEqual({
      still: first,
      frames: [{ jpeg, atMs: 0, nonce: NONCE }],
    });
  });

  it('keep whole milliseconds', () => {
    const [frame] = drawBurst(createChance(3), 1).frames;
    const joined = joinFrames({ still, nonce: NONCE, frames: [{ ...frame!, atMs: 33.4 }] });
    expect(splitFrames(joined).frames[0]?.atMs).toBe(33);
  });

  it.each([
    ['more frames than may be', { frames: drawBurst(createChance(4), MAX_FRAMES + 1).frames }],
    ['a nonce that cannot stand in a comment', { nonce: 'two words' }],
    ['no nonce', { nonce: '' }],
    ['a time before the burst', { frames: [{ jpeg: still, atMs: -1 }] }],
    ['a time that is none', { frames: [{ jpeg: still, atMs: Number.NaN }] }],
    ['a time after any burst', { frames: [{ jpeg: still, atMs: MAX_FRAME_TIME_MS + 1 }] }],
    ['a frame that is no JPEG', { frames: [{ jpeg: Uint8Array.of(0x89, 0x50), atMs: 0 }] }],
    ['a frame that was cut', { frames: [{ jpeg: still.subarray(0, -1), atMs: 0 }] }],
    ['frames behind what is no JPEG', { still: Uint8Array.of(0x89, 0x50) }],
  ])('are not joined with %s', (_case, broken) => {
    const sound = { still, nonce: NONCE, frames: [{ jpeg: still, atMs: 0 }] };
    expect(() => joinFrames({ ...sound, ...broken })).toThrow(FrameSequenceError);
  });

  it('are not joined with a frame larger than the service takes', () => {
    const segment = joinWhole([0xff, 0xe2, 0xff, 0xff], new Uint8Array(65_533));
    const segments = Array.from({ length: 33 }, () => segment);
    const jpeg = joinWhole(still.subarray(0, 2), ...segments, still.subarray(2));
    expect(jpeg.length).toBeGreaterThan(MAX_FRAME_BYTES);
    expect(() => joinFrames({ still, nonce: NONCE, frames: [{ jpeg, atMs: 0 }] })).toThrow(
      'too large',
    );
    const comment = `kenali-frame/1 nonce=${NONCE} at=0`;
    expect(whyNot(joinWhole(still, frameSaying(comment, jpeg)))).toBeInstanceOf(FrameSequenceError);
  });
});

describe('a capture without frames', () => {
  it.each([
    ['a JPEG', still],
    ['a JPEG with a motion video behind it', joinWhole(still, [0, 0, 0, 24, 0x66, 0x74])],
    ['a JPEG with a gain map behind it', joinWhole(still, drawTinyJpeg(createChance(8)))],
    ['a JPEG whose gain map has a comment', joinWhole(still, frameSaying('Created by a camera'))],
    ['a JPEG that was cut', still.subarray(0, -3)],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
    ['nothing', new Uint8Array()],
  ])('is whole as it is: %s', (_case, bytes) => {
    expect(splitFrames(bytes)).toEqual({ still: bytes, frames: [] });
  });
});

it('a frame whose comment names no nonce is told with an empty one', () => {
  const { frames } = splitFrames(joinWhole(still, frameSaying('kenali-frame/1 at=7')));
  expect(frames).toMatchObject([{ nonce: '', atMs: 7 }]);
});

describe('a malformed sequence', () => {
  const sound = frameSaying(`kenali-frame/1 nonce=${NONCE} at=0`);

  it.each([
    ['a frame that was cut', sound.subarray(0, -1)],
    ['something else behind a frame', joinWhole(sound, [1])],
    ['a picture without comment behind a frame', joinWhole(sound, drawTinyJpeg(createChance(9)))],
    ['a nonce that is none', frameSaying('kenali-frame/1 nonce= at=0')],
    ['a comment without time', frameSaying(`kenali-frame/1 nonce=${NONCE}`)],
    ['a time before the burst', frameSaying(`kenali-frame/1 nonce=${NONCE} at=-5`)],
    ['a time after any burst', frameSaying(`kenali-frame/1 nonce=${NONCE} at=120001`)],
    ['a time with a fraction', frameSaying(`kenali-frame/1 nonce=${NONCE} at=1.5`)],
    ['more in the comment', frameSaying(`kenali-frame/1 nonce=${NONCE} at=1 name=x`)],
    ['a long comment', frameSaying(`kenali-frame/1 nonce=${'n'.repeat(60_000)} at=1`)],
    ['another layout', frameSaying(`kenali-frame/10 nonce=${NONCE} at=1`)],
    ['too many frames', joinWhole(...Array.from({ length: MAX_FRAMES + 1 }, () => sound))],
  ])('is refused: %s', (_case, tail) => {
    const error = whyNot(joinWhole(still, tail));
    expect(error).toBeInstanceOf(FrameSequenceError);
    expect((error as Error).message).not.toContain(NONCE);
  });

  it('is never anything but frames or a FrameSequenceError, whatever bytes are changed', () => {
    const chance = createChance(77);
    for (let round = 0; round < ROUNDS * 5; round += 1) {
      const bytes = joinFrames(drawBurst(chance, 1 + Math.floor(chance() * 3)));
      for (let change = 0; change < 3; change += 1) {
        bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
      }
      const cut = bytes.subarray(0, Math.ceil(chance() * bytes.length));
      for (const hostile of [bytes, cut]) {
        const found = whyNot(hostile);
        if (found instanceof Error) expect(found).toBeInstanceOf(FrameSequenceError);
        else expect(found).toMatchObject({ frames: expect.any(Array) as unknown });
      }
    }
  });

  it.each([
    ['fill bytes', [], [0xff]],
    ['empty segments', [], [0xff, 0xe0, 0x00, 0x02]],
    ['stuffed bytes of a scan', [0xff, 0xda, 0x00, 0x02], [0xff, 0x00]],
    ['starts of pictures', [], [0xff, 0xd8]],
    ['starts of scans', [], [0xff, 0xda, 0x00, 0x02]],
  ])('of ten megabytes is looked through once: %s', (_case, head, pattern) => {
    const comment = `kenali-frame/1 nonce=${NONCE} at=0`;
    const frameHead = frameSaying(comment).subarray(0, 6 + comment.length);
    const heads = [joinWhole(still.subarray(0, 2), head), joinWhole(still, frameHead, head)];
    for (const bytes of heads.map((start) => repeatBehind(start, pattern))) {
      const start = performance.now();
      whyNot(bytes);
      // At most 0.3 s; a scan that begins anew at each marker takes minutes.
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
});

function repeatBehind(start: Uint8Array, pattern: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(10 * 1024 * 1024).map(
    (_, index) => pattern[index % pattern.length]!,
  );
  bytes.set(start);
  return bytes;
}
