/** Why there is no picture from a camera. Each has its own words and its own way out. */
export type CameraProblem =
  /** The person, the browser or the page's embedding said no. */
  | 'CameraDenied'
  | 'CameraNotFound'
  /** Another program or tab holds it, or it stopped working. */
  | 'CameraBusy'
  /** Not https and not localhost: browsers hide the camera there. */
  | 'InsecureContext'
  | 'Unsupported'
  /** It shows too few pixels for a card to be read. */
  | 'CameraTooCoarse';

export class CameraError extends Error {
  readonly problem: CameraProblem;

  constructor(problem: CameraProblem, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'CameraError';
    this.problem = problem;
  }
}

/** `environment` looks away from the person, `user` at them. */
export type Facing = 'environment' | 'user';

export interface CameraDevices {
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  addEventListener?(type: 'devicechange', listener: () => void): void;
  removeEventListener?(type: 'devicechange', listener: () => void): void;
}

export interface Camera {
  /** Opens the camera, closing what was open before. Rejects with `CameraError`. */
  open(facing: Facing): Promise<MediaStream>;
  /** Switches the camera and its light off. Also ends an `open` that is still under way. */
  stop(): void;
  /** Calls back when a camera was plugged in or out, until the answer is called. */
  readonly onDevicesChanged: (listener: () => void) => () => void;
}

export interface CameraOptions {
  readonly mediaDevices: CameraDevices | undefined;
  readonly isSecureContext: boolean;
}

/** Owns the one `MediaStream` of the page: nobody else opens or stops tracks. */
export function createCamera({ mediaDevices, isSecureContext }: CameraOptions): Camera {
  let stream: MediaStream | null = null;
  let opening = 0;

  function stop(): void {
    opening += 1;
    if (stream !== null) stopTracks(stream);
    stream = null;
  }

  async function open(facing: Facing): Promise<MediaStream> {
    stop();
    const mine = opening;
    if (!isSecureContext) throw new CameraError('InsecureContext');
    if (mediaDevices === undefined) throw new CameraError('Unsupported');
    const opened = await request(mediaDevices, facing);
    if (mine !== opening) {
      // Stopped while the browser was still asking: the light must not stay on.
      stopTracks(opened);
      throw new DOMException('The camera was stopped while it opened.', 'AbortError');
    }
    stream = opened;
    return opened;
  }

  return {
    open,
    stop,
    onDevicesChanged(listener) {
      // Old WebViews have cameras and no such event.
      mediaDevices?.addEventListener?.('devicechange', listener);
      return () => {
        mediaDevices?.removeEventListener?.('devicechange', listener);
      };
    },
  };
}

/**
 * From what is wanted to what is bearable. All of it are wishes, which a camera meets as well as it
 * can; yet some Android WebViews refuse a wish they cannot meet, and some phones fail to start at a
 * size that they offer.
 */
function listWishes(facing: Facing): readonly MediaStreamConstraints[] {
  const side = { facingMode: { ideal: facing } };
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } };
  // Without a size Chrome gives 640 × 480: upright, a card has 480 pixels of it across, too few to be read.
  const smaller = { width: { ideal: 1280 }, height: { ideal: 720 } };
  return [
    { audio: false, video: { ...side, ...size } },
    { audio: false, video: { ...side, ...smaller } },
    { audio: false, video: side },
    { audio: false, video: true },
  ];
}

/** Errors that fewer wishes may mend. */
const MENDED_BY_LESS: readonly string[] = [
  'OverconstrainedError',
  'NotReadableError',
  'AbortError',
];

async function request(devices: CameraDevices, facing: Facing): Promise<MediaStream> {
  let last: unknown;
  for (const wishes of listWishes(facing)) {
    try {
      return await devices.getUserMedia(wishes);
    } catch (error) {
      last = error;
      if (!MENDED_BY_LESS.includes(errorName(error))) break;
    }
  }
  throw toCameraError(last);
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Names by https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia. */
const PROBLEM_BY_ERROR: ReadonlyMap<string, CameraProblem> = new Map([
  ['NotAllowedError', 'CameraDenied'],
  ['SecurityError', 'CameraDenied'],
  ['NotFoundError', 'CameraNotFound'],
  ['OverconstrainedError', 'CameraNotFound'],
  ['NotReadableError', 'CameraBusy'],
  ['AbortError', 'CameraBusy'],
  ['InvalidStateError', 'CameraBusy'],
]);

export function toCameraError(error: unknown): CameraError {
  if (error instanceof CameraError) return error;
  const problem = PROBLEM_BY_ERROR.get(errorName(error)) ?? 'Unsupported';
  return new CameraError(problem, { cause: error });
}

function errorName(error: unknown): string {
  // An OverconstrainedError of older browsers is neither an Error nor a DOMException.
  const hasName = typeof error === 'object' && error !== null && 'name' in error;
  return hasName && typeof error.name === 'string' ? error.name : '';
}
