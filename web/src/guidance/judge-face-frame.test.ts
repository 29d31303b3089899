import { describe, expect, it } from 'vitest';
import type { FaceFault } from './frame-reading.js';
import { judgeFaceFrame, type FoundFace } from './judge-face-frame.js';

const [WIDTH, HEIGHT] = [240, 320];

/** A face in the oval, its halves and what is behind it each of one level. */
function paintFace(left: number, right = left, behind = 120) {
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const u = (x / WIDTH - 0.5) / (76 / 300);
      const v = (y / HEIGHT - 0.48) / 0.25;
      const half = u < 0 ? left : right;
      data[y * WIDTH + x] = Math.hypot(u, v) < 1 ? half : behind;
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}

const IN_OVAL: FoundFace = { centreX: 0.5, centreY: 0.48, width: 0.48 };

describe('judgeFaceFrame', () => {
  it.each([60, 110, 170, 220])('is content with skin of level %i', (level) => {
    expect(judgeFaceFrame(paintFace(level), null).fault).toBeNull();
  });

  it.each<[FaceFault, ReturnType<typeof paintFace>]>([
    ['TOO_DARK', paintFace(25, 25, 30)],
    ['TOO_BRIGHT', paintFace(252)],
    ['BACKLIT', paintFace(60, 60, 240)],
    ['UNEVEN_LIGHT', paintFace(60, 190)],
  ])('names %s', (fault, frame) => {
    expect(judgeFaceFrame(frame, null).fault).toBe(fault);
  });

  it('says nothing about a face where the browser finds none for it', () => {
    expect(judgeFaceFrame(paintFace(120), null).fault).toBeNull();
  });

  it.each<[FaceFault | null, readonly FoundFace[]]>([
    [null, [IN_OVAL]],
    ['NO_FACE', []],
    ['SEVERAL_FACES', [IN_OVAL, IN_OVAL]],
    ['FACE_FAR', [{ ...IN_OVAL, width: 0.2 }]],
    ['FACE_NEAR', [{ ...IN_OVAL, width: 0.9 }]],
    ['FACE_ASIDE', [{ ...IN_OVAL, centreX: 0.7 }]],
  ])('says %s of faces that the browser finds', (fault, faces) => {
    expect(judgeFaceFrame(paintFace(120), faces).fault).toBe(fault);
  });
});
