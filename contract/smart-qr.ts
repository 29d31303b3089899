/**
 * When the capture app offers to go on with a phone by a QR picture: never, instead of the
 * camera of this device, or when this device has none that can be used.
 */
export const SmartQr = { OFF: 'OFF', ALWAYS: 'ALWAYS', WITHOUT_CAMERA: 'WITHOUT_CAMERA' } as const;
export type SmartQr = (typeof SmartQr)[keyof typeof SmartQr];

/** What the submission was initiated with, else what its partner is set to. */
export interface SmartQrRequest {
  readonly allowQr: boolean;
  readonly forceQr: boolean;
}

/** The documented truth table. A camera that the person does not permit counts as none. */
export function smartQrOf({ allowQr, forceQr }: SmartQrRequest): SmartQr {
  if (forceQr) return SmartQr.ALWAYS;
  return allowQr ? SmartQr.WITHOUT_CAMERA : SmartQr.OFF;
}
