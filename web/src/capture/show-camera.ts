import type { Wait } from '../wait.js';
import { CameraError, type Camera, type Facing } from './camera.js';
import { openPatiently } from './open-patiently.js';
import { awaitPicture, playVideo, prepareVideo } from './play-video.js';
import { watchTrack } from './watch-track.js';

export interface ShowCameraOptions {
  readonly camera: Camera;
  readonly facing: Facing;
  readonly wait: Wait;
  readonly onReady: () => void;
  /** The picture is gone for now (the page was hidden); `onReady` follows when it is back. */
  readonly onPaused: () => void;
  /** The browser plays only after a press, which has to call `play`. */
  readonly onPressNeeded: (play: () => void) => void;
  readonly onProblem: (error: CameraError) => void;
}

/** Losses of a camera on one screen that are mended without a word. */
const MENDED_LOSSES = 3;

/**
 * Attachment that shows the camera in a `<video>` as long as the element lives and the page is
 * visible: a hidden page holds no camera, so that its light goes out and other apps can use it. A
 * camera that is lost meanwhile is opened again.
 */
export function showCamera(options: ShowCameraOptions): (video: HTMLVideoElement) => () => void {
  return (video) => {
    const page = video.ownerDocument;
    prepareVideo(video);
    let turn = 0;
    let losses = 0;
    let isShown = false;
    let unwatch = (): void => undefined;

    const close = (): void => {
      turn += 1;
      isShown = false;
      unwatch();
      options.camera.stop();
      video.srcObject = null;
    };
    const lose = (): void => {
      options.onPaused();
      close();
      losses += 1;
      if (losses > MENDED_LOSSES) options.onProblem(new CameraError('CameraBusy'));
      else void start();
    };
    const begin = async (isWanted: () => boolean): Promise<void> => {
      const { camera, facing, wait, onPressNeeded } = options;
      const stream = await openPatiently(camera, facing, { wait, isWanted });
      const [track] = stream.getVideoTracks();
      if (track === undefined) throw new CameraError('CameraBusy');
      const events = { onSilent: options.onPaused, onBack: announce, onLost: lose };
      unwatch = watchTrack(track, events, { wait, onDevicesChanged: camera.onDevicesChanged });
      video.srcObject = stream;
      if (await playVideo(video)) await present(isWanted);
      else onPressNeeded(() => void attempt(isWanted, () => playAndPresent(isWanted)));
    };
    const playAndPresent = async (isWanted: () => boolean): Promise<void> => {
      if (!(await playVideo(video))) throw new CameraError('CameraDenied');
      await present(isWanted);
    };
    const present = async (isWanted: () => boolean): Promise<void> => {
      const hasPicture = await awaitPicture(video, { wait: options.wait, isWanted });
      if (!isWanted()) return;
      if (!hasPicture) {
        lose();
        return;
      }
      isShown = true;
      options.onReady();
    };
    const announce = (): void => {
      if (isShown) options.onReady();
    };
    const attempt = async (isWanted: () => boolean, work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        // Anything else is an open or play that was cut short by stopping: not a problem.
        if (error instanceof CameraError && isWanted()) options.onProblem(error);
      }
    };
    const start = (): Promise<void> => {
      turn += 1;
      const mine = turn;
      const isWanted = (): boolean => mine === turn;
      return attempt(isWanted, () => begin(isWanted));
    };
    const followVisibility = (): void => {
      options.onPaused();
      close();
      if (!page.hidden) void start();
    };
    /** A phone that was turned shows another shape: what was copied before does not fit any more. */
    const followShape = (): void => {
      if (!isShown) return;
      options.onPaused();
      options.onReady();
    };

    page.addEventListener('visibilitychange', followVisibility);
    video.addEventListener('resize', followShape);
    void start();
    return () => {
      page.removeEventListener('visibilitychange', followVisibility);
      video.removeEventListener('resize', followShape);
      close();
    };
  };
}
