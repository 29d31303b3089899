import { countAnswerFrames, MAX_MOVEMENTS } from './challenge.js';
import { findEndOfJpeg, findLeadingComment, isStartOfJpeg } from './jpeg-end.js';

/** How many pictures of a burst may stand behind the still: those of an answer to a challenge. */
export const MAX_FRAMES = countAnswerFrames(MAX_MOVEMENTS);

/** Of one frame with its comment: a 1080 × 1440 camera frame at quality 0.9 takes 0.4 MB. */
export const MAX_FRAME_BYTES = 2 * 1024 * 1024;

/** The largest time of a frame: no burst and no answer to a challenge lasts longer. */
export const MAX_FRAME_TIME_MS = 120_000;

/** What a nonce may be made of; it stands in clear in a JPEG comment. */
const NONCE = /^[A-Za-z0-9_-]{1,128}$/;

/** What the comment of a frame says; the number names this layout, should another one come. */
const LABEL = 'kenali-frame/1';
const COMMENT = new RegExp(`^${LABEL}(?: nonce=([A-Za-z0-9_-]{1,128}))? at=(0|[1-9]\\d{0,5})$`);

/** One picture of a burst, as a JPEG without the comment. */
export interface BurstFrame {
  readonly jpeg: Uint8Array;
  /** Milliseconds since the first frame, by the camera's clock. */
  readonly atMs: number;
}

/** A frame as it came: what it says of itself is the sender's word. */
export interface SentFrame extends BurstFrame {
  /** Empty when the comment names none, which no capture app of ours sends. */
  readonly nonce: string;
}

export interface FrameSequence {
  /** The picture at the shutter, as it was sent. */
  readonly still: Uint8Array;
  readonly frames: readonly SentFrame[];
}

/** What a capture app has taken. */
export interface Burst {
  readonly still: Uint8Array;
  /** At most `MAX_FRAMES`, in the order of their times. */
  readonly frames: readonly BurstFrame[];
  /** Of the attempt, as the service gave it. */
  readonly nonce: string;
}

/** What is wrong with a sequence. The message holds nothing of its bytes. */
export class FrameSequenceError extends Error {
  override readonly name = 'FrameSequenceError';
}

/**
 * One object of a still and the frames around it (ADR 0025): the still's JPEG, then each frame's
 * with a comment in front that holds nonce and time. Every decoder takes it for the still alone.
 * Whatever a camera appended to the still or a frame is left out.
 *
 * Times are rounded to milliseconds.
 *
 * @throws FrameSequenceError on what `splitFrames` would not take
 */
export function joinFrames({ still, frames, nonce }: Burst): Uint8Array<ArrayBuffer> {
  if (frames.length > MAX_FRAMES) throw new FrameSequenceError('too many frames');
  if (!NONCE.test(nonce)) throw new FrameSequenceError('not a nonce');
  const parts = frames.flatMap(({ jpeg, atMs }) => {
    const picture = cutJpeg(jpeg);
    const comment = writeComment(nonce, atMs);
    if (picture.length + comment.length > MAX_FRAME_BYTES) {
      throw new FrameSequenceError('too large a frame');
    }
    return [picture.subarray(0, 2), comment, picture.subarray(2)];
  });
  return concatenate([frames.length === 0 ? still : cutJpeg(still), ...parts]);
}

/**
 * Takes a capture apart. A capture without frames is whole as it is, also where a camera has put
 * something of its own behind the picture (a gain map, a motion video). Where frames begin, nothing
 * but frames may follow.
 *
 * @throws FrameSequenceError when what follows the first frame's comment is malformed
 */
export function splitFrames(bytes: Uint8Array): FrameSequence {
  const endOfStill = findEndOfJpeg(bytes, 0);
  if (endOfStill === null || !hasFrameLabel(bytes, endOfStill)) {
    return { still: bytes, frames: [] };
  }
  const frames: SentFrame[] = [];
  let at = endOfStill;
  while (at < bytes.length) {
    if (frames.length === MAX_FRAMES) throw new FrameSequenceError('too many frames');
    const { frame, end } = readFrame(bytes, at);
    frames.push(frame);
    at = end;
  }
  return { still: bytes.subarray(0, endOfStill), frames };
}

function readFrame(bytes: Uint8Array, offset: number): { frame: SentFrame; end: number } {
  const comment = findLeadingComment(bytes, offset);
  if (comment === null) throw new FrameSequenceError('not a frame');
  const [, nonce = '', at] =
    COMMENT.exec(readAscii(bytes, comment.contentStart, comment.end)) ?? [];
  const atMs = Number(at);
  if (!(atMs <= MAX_FRAME_TIME_MS)) {
    throw new FrameSequenceError('not the comment of a frame');
  }
  // A frame that is too large is not read to its end.
  const end = findEndOfJpeg(bytes.subarray(0, offset + MAX_FRAME_BYTES), offset);
  if (end === null) throw new FrameSequenceError('a frame that does not end');
  const jpeg = concatenate([
    bytes.subarray(offset, comment.start),
    bytes.subarray(comment.end, end),
  ]);
  return { frame: { jpeg, atMs, nonce }, end };
}

/** Whether what stands here calls itself a frame of ours, sound or not. */
function hasFrameLabel(bytes: Uint8Array, offset: number): boolean {
  const comment = findLeadingComment(bytes, offset);
  if (comment === null) return false;
  return readAscii(bytes, comment.contentStart, comment.end).startsWith(LABEL);
}

function writeComment(nonce: string, atMs: number): Uint8Array<ArrayBuffer> {
  const at = Math.round(atMs);
  if (!(at >= 0 && at <= MAX_FRAME_TIME_MS)) throw new FrameSequenceError('not a time');
  const text = `${LABEL} nonce=${nonce} at=${String(at)}`;
  const length = text.length + 2;
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  return Uint8Array.of(0xff, 0xfe, length >> 8, length & 0xff, ...codes);
}

/** Longer than any comment of ours; a longer one is not read to its end. */
const MAX_COMMENT_BYTES = 256;

function readAscii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, start + MAX_COMMENT_BYTES)));
}

function cutJpeg(bytes: Uint8Array): Uint8Array {
  const end = isStartOfJpeg(bytes, 0) ? findEndOfJpeg(bytes, 0) : null;
  if (end === null) throw new FrameSequenceError('not a whole JPEG');
  return bytes.subarray(0, end);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
