import type { LaunchedSession } from '../api/wire-types.js';

/** How this device takes part in the session. */
export type DevicePart =
  /** It captures; no phone may take over. */
  | 'ALONE'
  /** It captures where it has a camera, else a phone may take over. */
  | 'MAY_HAND_OVER'
  /** A phone captures, whatever this device has. */
  | 'MUST_HAND_OVER'
  /** It is the phone that took over from another device. */
  | 'TOOK_OVER';

export interface Device {
  readonly part: DevicePart;
  /** Whether there is a camera, permitted or not. */
  readonly hasCamera: boolean;
}

export function partOf({ role, qr }: Pick<LaunchedSession, 'role' | 'qr'>): DevicePart {
  if (role === 'HANDOFF') return 'TOOK_OVER';
  if (qr.forced) return 'MUST_HAND_OVER';
  return qr.allowed ? 'MAY_HAND_OVER' : 'ALONE';
}

/** Whether a phone may take over from this device. */
export function canHandOver({ part }: Device): boolean {
  return part === 'MAY_HAND_OVER' || part === 'MUST_HAND_OVER';
}

/** Whether pictures have to come from a phone: before a beginning, the documented truth table of Smart QR. */
export function needsPhone(device: Device, isBegun: boolean): boolean {
  return canHandOver(device) && !canCaptureHere(device, isBegun);
}

/**
 * Whether this device may take over again. Once the person has begun here there is a way back,
 * camera or not: the screens of the camera tell what is left to do.
 */
export function canCaptureHere({ part, hasCamera }: Device, isBegun: boolean): boolean {
  return part !== 'MUST_HAND_OVER' && (hasCamera || isBegun);
}
