/** The part of `navigator.mediaDevices` that tells of cameras without asking for permission. */
export interface DeviceList {
  enumerateDevices(): Promise<readonly Pick<MediaDeviceInfo, 'kind'>[]>;
}

/**
 * Whether this device has a camera that the page could ask for. Before permission browsers name
 * none, but they list that there is one. Where the list cannot be had the answer is yes: opening the
 * camera then tells, and a phone can still be offered.
 */
export async function findCamera(devices: DeviceList | undefined): Promise<boolean> {
  if (devices === undefined) return false;
  try {
    const found = await devices.enumerateDevices();
    return found.some(({ kind }) => kind === 'videoinput');
  } catch {
    return true;
  }
}
