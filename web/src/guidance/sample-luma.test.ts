import { describe, expect, it } from 'vitest';
import type { LumaPlane } from './luma-plane.js';
import { sampleLuma } from './sample-luma.js';

const SIZE = { width: 64, height: 48 };
const WHOLE = { x: 0, y: 0, ...SIZE };

/** A frame whose rows have two bytes more than it has columns. */
function paint(level: (x: number, y: number) => number, isFullRange = true): LumaPlane {
  const stride = SIZE.width + 2;
  const data = Uint8Array.from({ length: stride * SIZE.height }, (_, at) =>
    level(at % stride, Math.floor(at / stride)),
  );
  return { data, stride, region: WHOLE, isFullRange };
}

describe('sampleLuma', () => {
  it('averages what becomes one pixel, so that fine lines become grey', () => {
    const plane = paint((x, y) => ((x + y) % 2 === 0 ? 200 : 100));
    const { data } = sampleLuma(plane, { region: WHOLE, size: { width: 16, height: 12 } });
    expect(new Set(data)).toEqual(new Set([150]));
  });

  it('draws the region that is asked for', () => {
    const plane = paint((x) => x);
    const region = { x: 16, y: 8, width: 32, height: 32 };
    const { width, data } = sampleLuma(plane, { region, size: { width: 16, height: 16 } });
    // Two columns each: 16 and 17 are 16.5, which ends at 16.
    expect([...data.subarray(0, 3), data[width - 1]]).toEqual([16, 18, 20, 46]);
  });

  it('keeps brightness in place where the plane is a piece of the frame', () => {
    const region = { x: 20.5, y: 9.3, width: 12, height: 8 };
    const size = { width: 6, height: 4 };
    const whole = paint((x, y) => 2 * x + y);
    const piece = { ...whole, data: whole.data.subarray(8 * whole.stride + 10) };
    const moved = { ...piece, region: { x: 10, y: 8, width: 50, height: 40 } };
    expect(sampleLuma(moved, { region, size })).toEqual(sampleLuma(whole, { region, size }));
  });

  it('shows video’s black and white as a picture does', () => {
    const plane = paint((x) => [0, 16, 235, 255][Math.floor(x / 16)] ?? 0, false);
    const { data } = sampleLuma(plane, { region: WHOLE, size: { width: 4, height: 3 } });
    expect([...data.subarray(0, 4)]).toEqual([0, 0, 255, 255]);
  });
});
