import { wholeFrame, type Region } from '../capture/frame-geometry.js';

/** What a `<video>` shows at this moment, as it can be sent to a worker; to be closed in the end. */
export interface TakenView {
  readonly picture: VideoFrame | ImageBitmap;
  /** The view in the picture. */
  readonly view: Region;
}

/**
 * The camera's own frame costs next to nothing. Where the browser gives none, or none that lies as it
 * is shown, a bitmap is drawn of the view; `null` where that fails too.
 */
export async function takeView(video: HTMLVideoElement, view: Region): Promise<TakenView | null> {
  const frame = takeFrame(video);
  if (frame !== null) return { picture: frame, view };
  const { x, y, width, height } = view;
  const bitmap = await createImageBitmap(video, x, y, width, height).catch(() => null);
  return bitmap === null ? null : { picture: bitmap, view: wholeFrame(bitmap) };
}

function takeFrame(video: HTMLVideoElement): VideoFrame | null {
  if (typeof VideoFrame !== 'function') return null;
  try {
    // Nobody reads the time, which some browsers want to be told.
    const frame = new VideoFrame(video, { timestamp: 0 });
    const isAsShown =
      frame.displayWidth === video.videoWidth && frame.displayHeight === video.videoHeight;
    if (isAsShown) return frame;
    frame.close();
  } catch {
    // Not of this video.
  }
  return null;
}
