/** Why there is no picture from a camera. Each has its own words and its own way out. */
export type CameraProblem =
  /** The person, the browser or the page's embedding said no. */
  | 'CameraDenied'
  | 'CameraNotFound'
  /** Another program or tab holds it, or it stopped working. */
  | 'CameraBusy'
  /** Not https and not localhost: browsers hide the camera there. */
  | 'InsecureContext'
  | 'Unsupported';

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
}

export interface Camera {
  /** Opens the camera, closing what was open before. Rejects with `CameraError`. */
  open(facing: Facing): Promise<MediaStream>;
  /** Switches the camera and its light off. Also ends an `open` that is still under way. */
  stop(): void;
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

  return { open, stop };
}

/** A wish, not a demand: a camera that cannot do it answers with what it can. */
function constraintsFor(facing: Facing): MediaStreamConstraints {
  return {
    audio: false,
    video: { facingMode: { ideal: facing }, width: { ideal: 1920 }, height: { ideal: 1080 } },
  };
}

async function request(devices: CameraDevices, facing: Facing): Promise<MediaStream> {
  try {
    return await devices.getUserMedia(constraintsFor(facing));
  } catch (error) {
    if (errorName(error) !== 'OverconstrainedError') throw toCameraError(error);
  }
  try {
    return await devices.getUserMedia({ audio: false, video: true });
  } catch (error) {
    throw toCameraError(error);
  }
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
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
