/** What the camera can do besides showing a picture. */
export interface CameraAbilities {
  readonly hasTorch: boolean;
}

/*
 * https://www.w3.org/TR/image-capture/: these are no part of the browser's types. Safari and Firefox
 * know neither; Chrome on Android has both where the camera has.
 */
interface ImageCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
  readonly focusMode?: readonly string[];
}

interface ImageConstraints extends MediaTrackConstraintSet {
  readonly torch?: boolean;
  readonly focusMode?: string;
}

export function abilitiesOf(track: MediaStreamTrack | undefined): CameraAbilities {
  return { hasTorch: capabilitiesOf(track).torch === true };
}

/** Switches the light. Answers whether it is as wanted: some cameras promise a light and have none. */
export async function setTorch(track: MediaStreamTrack, isOn: boolean): Promise<boolean> {
  return wish(track, { torch: isOn });
}

/** Lets the camera focus by itself all the time, where it can: a card is nearer than most things. */
export async function keepFocus(track: MediaStreamTrack | undefined): Promise<boolean> {
  if (track === undefined) return false;
  const { focusMode } = capabilitiesOf(track);
  if (focusMode?.includes('continuous') !== true) return false;
  return wish(track, { focusMode: 'continuous' });
}

/** The track that a `<video>` shows. */
export function trackOf(video: HTMLVideoElement): MediaStreamTrack | undefined {
  const source = video.srcObject;
  return source !== null && 'getVideoTracks' in source ? source.getVideoTracks()[0] : undefined;
}

function capabilitiesOf(track: MediaStreamTrack | undefined): ImageCapabilities {
  // Typed as always present; Firefox below 132 and old WebViews have none.
  if (track === undefined || !('getCapabilities' in track)) return {};
  return track.getCapabilities();
}

async function wish(track: MediaStreamTrack, constraints: ImageConstraints): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [constraints] });
    return true;
  } catch {
    return false;
  }
}
