import type { Region } from '../capture/frame-geometry.js';
import type { LumaPlane } from './luma-plane.js';

/** Copies the brightness of a region; `null` where the frame does not carry it by itself. */
export type CopyLuma = (frame: VideoFrame, region: Region) => Promise<LumaPlane | null>;

/** Formats that begin with a plane of brightness of eight bits (https://www.w3.org/TR/webcodecs/). */
const LUMA_FORMATS: readonly (string | null)[] = ['I420', 'I420A', 'I422', 'I444', 'NV12'];

/** Memory is used again for every frame. */
export function createLumaCopier(): CopyLuma {
  let bytes = new Uint8Array(0);
  return async (frame, region) => {
    if (!LUMA_FORMATS.includes(frame.format) || !isUpright(frame)) return null;
    const piece = evenRegion(region);
    const rect = {
      ...piece,
      x: piece.x + (frame.visibleRect?.x ?? 0),
      y: piece.y + (frame.visibleRect?.y ?? 0),
    };
    const size = frame.allocationSize({ rect });
    if (bytes.length < size) bytes = new Uint8Array(size);
    const [layout] = await frame.copyTo(bytes, { rect });
    if (layout === undefined) return null;
    return {
      data: bytes.subarray(layout.offset),
      stride: layout.stride,
      region: piece,
      // What a camera does not tell of itself, browsers show as video.
      isFullRange: frame.colorSpace.fullRange === true,
    };
  };
}

/** Whether the pixels lie as they are shown: not turned, not mirrored, not stretched. */
function isUpright(frame: VideoFrame): boolean {
  const { visibleRect, displayWidth, displayHeight } = frame;
  if (visibleRect?.width !== displayWidth || visibleRect.height !== displayHeight) return false;
  const isTurned = 'rotation' in frame && frame.rotation !== 0;
  const isMirrored = 'flip' in frame && frame.flip === true;
  return !isTurned && !isMirrored;
}

/** Colours come in squares of two by two pixels, which cannot be cut. */
function evenRegion({ x, y, width, height }: Region): Region {
  const [left, top] = [evenBelow(x), evenBelow(y)];
  return {
    x: left,
    y: top,
    width: evenBelow(x + width) - left,
    height: evenBelow(y + height) - top,
  };
}

function evenBelow(value: number): number {
  return 2 * Math.floor(value / 2);
}
