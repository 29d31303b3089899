import { CameraError, type Camera, type Facing } from './camera.js';

export interface ShowCameraOptions {
  readonly camera: Camera;
  readonly facing: Facing;
  readonly onReady: () => void;
  /** The picture is gone for now (the page was hidden); `onReady` follows when it is back. */
  readonly onPaused: () => void;
  readonly onProblem: (error: CameraError) => void;
}

/**
 * Attachment that shows the camera in a `<video>` as long as the element lives and the page is
 * visible: a hidden page holds no camera, so that its light goes out and other apps can use it.
 */
export function showCamera(options: ShowCameraOptions): (video: HTMLVideoElement) => () => void {
  return (video) => {
    const page = video.ownerDocument;
    let isOver = false;

    const start = async (): Promise<void> => {
      try {
        const stream = await options.camera.open(options.facing);
        watchForLoss(stream, () => {
          if (!isOver && !page.hidden) options.onProblem(new CameraError('CameraBusy'));
        });
        video.srcObject = stream;
        await video.play();
        if (!isOver) options.onReady();
      } catch (error) {
        // Anything else is an open or play that was cut short by stopping: not a problem.
        if (error instanceof CameraError && !isOver) options.onProblem(error);
      }
    };
    const followVisibility = (): void => {
      options.onPaused();
      options.camera.stop();
      video.srcObject = null;
      if (!page.hidden) void start();
    };

    page.addEventListener('visibilitychange', followVisibility);
    void start();
    return () => {
      isOver = true;
      page.removeEventListener('visibilitychange', followVisibility);
      options.camera.stop();
      video.srcObject = null;
    };
  };
}

/** A track that ends by itself was unplugged or taken by another program; `stop()` fires nothing. */
function watchForLoss(stream: MediaStream, onLost: () => void): void {
  for (const track of stream.getVideoTracks()) track.addEventListener('ended', onLost);
}
