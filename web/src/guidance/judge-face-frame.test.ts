import { describe, expect, it } from 'vitest';
import type { FoundFace } from '../faces/found-face.js';
import type { FaceFault } from './frame-reading.js';
import { judgeFaceFrame } from './judge-face-frame.js';

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

const IN_OVAL: FoundFace = {
  score: 2,
  centreX: 0.5,
  centreY: 0.54,
  width: 0.5,
  turn: 0,
  drop: 0.5,
  tilt: 0,
};

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

  it('says nothing about a face where none was looked for', () => {
    const reading = judgeFaceFrame(paintFace(120), null);
    expect(reading).toEqual({ fault: null, isLightAlone: true, corners: null });
  });

  it.each<[FaceFault | null, readonly FoundFace[]]>([
    [null, [IN_OVAL]],
    ['NO_FACE', []],
    ['SEVERAL_FACES', [IN_OVAL, IN_OVAL]],
    ['FACE_FAR', [{ ...IN_OVAL, width: 0.2 }]],
    ['FACE_NEAR', [{ ...IN_OVAL, width: 0.9 }]],
    ['FACE_ASIDE', [{ ...IN_OVAL, centreX: 0.7 }]],
    ['FACE_TURNED', [{ ...IN_OVAL, turn: 0.4 }]],
    ['FACE_TURNED', [{ ...IN_OVAL, turn: -0.4 }]],
    ['FACE_TURNED', [{ ...IN_OVAL, drop: 0.15 }]],
    ['FACE_TURNED', [{ ...IN_OVAL, drop: 0.8 }]],
    ['FACE_TILTED', [{ ...IN_OVAL, tilt: -30 }]],
    [null, [{ ...IN_OVAL, turn: 0.2, drop: 0.35, tilt: 12 }]],
    [null, [{ ...IN_OVAL, width: 0.15 }, IN_OVAL]],
  ])('says %s of the faces in a view', (fault, faces) => {
    expect(judgeFaceFrame(paintFace(120), faces).fault).toBe(fault);
  });

  it('names the light where it hides the face, and the face where it is not where light is measured', () => {
    expect(judgeFaceFrame(paintFace(25, 25, 30), []).fault).toBe('TOO_DARK');
    const far = { ...IN_OVAL, width: 0.2 };
    expect(judgeFaceFrame(paintFace(60, 60, 240), [far]).fault).toBe('FACE_FAR');
    expect(judgeFaceFrame(paintFace(60, 60, 240), [IN_OVAL]).fault).toBe('BACKLIT');
  });
});
