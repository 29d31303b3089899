import { describe, expect, it } from 'vitest';
import { createLumaCopier } from './copy-luma.js';

const VIEW = { x: 0, y: 53.3, width: 1280, height: 853.3 };

/** A camera's frame of 1280 × 960 as browsers give it. */
function createFrame(change: object = {}): VideoFrame {
  const frame = {
    format: 'NV12',
    visibleRect: { x: 0, y: 0, width: 1280, height: 960 },
    displayWidth: 1280,
    displayHeight: 960,
    colorSpace: { fullRange: null },
    rotation: 0,
    allocationSize: ({ rect }: { rect: DOMRectInit }) =>
      ((rect.width ?? 0) * (rect.height ?? 0) * 3) / 2,
    copyTo: (bytes: Uint8Array, { rect }: { rect: DOMRectInit }) => {
      bytes.fill(rect.y ?? 0);
      return Promise.resolve([{ offset: 0, stride: rect.width }]);
    },
    ...change,
  };
  return frame as unknown as VideoFrame;
}

describe('createLumaCopier', () => {
  it('copies the view, in whole squares of colour', async () => {
    const plane = await createLumaCopier()(createFrame(), VIEW);
    expect(plane).toMatchObject({
      stride: 1280,
      region: { x: 0, y: 52, width: 1280, height: 854 },
      isFullRange: false,
    });
    expect(plane?.data[0]).toBe(52);
  });

  it.each([
    ['has its brightness in its colours', { format: 'BGRA' }],
    ['keeps its pixels to itself', { format: null }],
    ['is turned', { rotation: 90 }],
    ['is mirrored', { flip: true }],
    ['is stretched', { displayWidth: 960 }],
  ])('leaves a frame to be drawn that %s', async (_, change) => {
    expect(await createLumaCopier()(createFrame(change), VIEW)).toBeNull();
  });
});
