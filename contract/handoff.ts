/**
 * Where a hand-off to a phone is, as the desktop follows it: the QR picture is shown, the phone
 * has opened it, the phone has sent its captures, or it is over. It is over when either side gave
 * up, a newer code took its place, or nobody used the code in time. From CAPTURED it goes back to
 * OPENED when a capture is asked for again.
 */
export const HandoffState = {
  WAITING: 'WAITING',
  OPENED: 'OPENED',
  CAPTURED: 'CAPTURED',
  ENDED: 'ENDED',
} as const;
export type HandoffState = (typeof HandoffState)[keyof typeof HandoffState];

/** `PRIMARY` opened the launch URL; `HANDOFF` is a phone that took over and never redirects. */
export const DeviceRole = { PRIMARY: 'PRIMARY', HANDOFF: 'HANDOFF' } as const;
export type DeviceRole = (typeof DeviceRole)[keyof typeof DeviceRole];
