import { describe, expect, it } from 'vitest';
import { createFaceFinder } from './find-faces.js';

const VIEW = { width: 300, height: 400 } as ImageBitmap;

/** A global object whose detector answers, or fails. */
function scopeThat(detect: () => Promise<unknown>) {
  let asked = 0;
  class FaceDetector {
    detect(): Promise<unknown> {
      asked += 1;
      return detect();
    }
  }
  return { scope: { FaceDetector }, countAsked: () => asked };
}

describe('createFaceFinder', () => {
  it('says that it cannot tell where the browser finds no faces', async () => {
    expect(await createFaceFinder({})(VIEW)).toBeNull();
  });

  it('answers faces in shares of the view', async () => {
    const boundingBox = { x: 90, y: 100, width: 120, height: 160 };
    const { scope } = scopeThat(() => Promise.resolve([{ boundingBox }]));
    expect(await createFaceFinder(scope)(VIEW)).toEqual([
      { centreX: 0.5, centreY: 0.45, width: 0.4 },
    ]);
  });

  it('does not ask again after the service behind it was missing', async () => {
    const { scope, countAsked } = scopeThat(() => Promise.reject(new Error('no service')));
    const findFaces = createFaceFinder(scope);
    expect(await findFaces(VIEW)).toBeNull();
    expect(await findFaces(VIEW)).toBeNull();
    expect(countAsked()).toBe(1);
  });
});
