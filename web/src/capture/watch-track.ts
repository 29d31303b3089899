import type { Wait } from '../wait.js';

export interface TrackEvents {
  /** No picture for now: a call comes in, another app looks. */
  readonly onSilent: () => void;
  readonly onBack: () => void;
  /** It will not come back by itself. */
  readonly onLost: () => void;
}

/** iOS mutes the track of a camera that is taken away, and gives it back or not. */
const MUTED_TOO_LONG_MS = 3_000;

/**
 * Follows a track until the answer is called. Its end by itself is a camera that was unplugged or
 * taken by another program; `stop()` fires nothing.
 *
 * @param onDevicesChanged some browsers end a track that was unplugged and do not say so
 */
export function watchTrack(
  track: MediaStreamTrack,
  events: TrackEvents,
  {
    wait,
    onDevicesChanged,
  }: { readonly wait: Wait; readonly onDevicesChanged: (listener: () => void) => () => void },
): () => void {
  let isOver = false;
  const lose = (): void => {
    if (isOver) return;
    stop();
    events.onLost();
  };
  const mute = (): void => {
    events.onSilent();
    void wait(MUTED_TOO_LONG_MS).then(() => {
      if (track.muted) lose();
    });
  };
  const unmute = (): void => {
    if (!isOver) events.onBack();
  };
  const stopDevices = onDevicesChanged(() => {
    if (track.readyState === 'ended') lose();
  });
  const stop = (): void => {
    isOver = true;
    stopDevices();
    track.removeEventListener('ended', lose);
    track.removeEventListener('mute', mute);
    track.removeEventListener('unmute', unmute);
  };
  track.addEventListener('ended', lose);
  track.addEventListener('mute', mute);
  track.addEventListener('unmute', unmute);
  return stop;
}
