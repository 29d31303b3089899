import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_CAPTURE_BYTES } from '../../../contract/capture.js';
import {
  encodeRegion,
  encodeVideoFrame,
  UnreadablePictureError,
  type DrawJpeg,
} from './encode-capture.js';
import { fitWithin, visibleRegion, wholeFrame } from './frame-geometry.js';

function blobOf(bytes: number): Blob {
  return { size: bytes } as Blob;
}

describe('fitWithin', () => {
  it('scales the longer side down and keeps the proportion', () => {
    expect(fitWithin({ width: 4000, height: 3000 }, 2000)).toEqual({ width: 2000, height: 1500 });
    expect(fitWithin({ width: 3000, height: 4000 }, 2000)).toEqual({ width: 1500, height: 2000 });
  });

  it('never makes a picture larger', () => {
    expect(fitWithin({ width: 640, height: 480 }, 2000)).toEqual({ width: 640, height: 480 });
  });

  it('leaves at least a pixel of a very thin picture', () => {
    expect(fitWithin({ width: 100_000, height: 10 }, 2000)).toEqual({ width: 2000, height: 1 });
  });
});

describe('visibleRegion', () => {
  it('cuts the sides of a frame that is wider than the view', () => {
    expect(visibleRegion({ width: 1920, height: 1080 }, 0.75)).toEqual({
      x: 555,
      y: 0,
      width: 810,
      height: 1080,
    });
  });

  it('cuts top and bottom of a frame that is taller than the view', () => {
    expect(visibleRegion({ width: 1080, height: 1920 }, 1.5)).toEqual({
      x: 0,
      y: 600,
      width: 1080,
      height: 720,
    });
  });
});

describe('encodeRegion', () => {
  it('draws the region at a bounded size and high quality', async () => {
    const calls: Parameters<DrawJpeg>[] = [];
    const jpeg = blobOf(700_000);
    const region = wholeFrame({ width: 4032, height: 3024 });
    const encoded = await encodeRegion(region, (...call) => {
      calls.push(call);
      return Promise.resolve(jpeg);
    });
    expect(encoded).toBe(jpeg);
    expect(calls).toEqual([[region, { width: 2000, height: 1500 }, 0.92]]);
  });

  it('lowers the quality until the capture may be uploaded', async () => {
    const tried: number[] = [];
    const encoded = await encodeRegion(wholeFrame({ width: 2000, height: 2000 }), (...call) => {
      tried.push(call[2]);
      return Promise.resolve(blobOf(tried.length < 3 ? MAX_CAPTURE_BYTES + 1 : MAX_CAPTURE_BYTES));
    });
    expect(encoded.size).toBe(MAX_CAPTURE_BYTES);
    expect(tried).toEqual([0.92, 0.85, 0.7]);
  });

  it('says so when the browser cannot draw the picture', async () => {
    const drawing = encodeRegion(wholeFrame({ width: 10, height: 10 }), () =>
      Promise.resolve(null),
    );
    await expect(drawing).rejects.toBeInstanceOf(UnreadablePictureError);
  });
});

describe('encodeVideoFrame', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('gives the memory of its canvas back', async () => {
    const sizes: string[] = [];
    const canvas = {
      width: 0,
      height: 0,
      getContext: () => ({ fillRect: vi.fn(), drawImage: vi.fn() }),
      toBlob: (onBlob: (jpeg: Blob) => void) => {
        sizes.push(`${String(canvas.width)} × ${String(canvas.height)}`);
        onBlob(blobOf(10));
      },
    };
    vi.stubGlobal('document', { createElement: () => canvas });
    const video = { videoWidth: 640, videoHeight: 480 } as HTMLVideoElement;
    await expect(encodeVideoFrame(video, wholeFrame)).resolves.toEqual(blobOf(10));
    expect(sizes).toEqual(['640 × 480']);
    expect(canvas).toMatchObject({ width: 0, height: 0 });
  });
});
