import { describe, expect, it } from 'vitest';
import { findCamera } from './find-camera.js';

const listing = (...kinds: MediaDeviceKind[]) => ({
  enumerateDevices: () => Promise.resolve(kinds.map((kind) => ({ kind, label: '', deviceId: '' }))),
});

describe('findCamera', () => {
  it('knows a camera by its kind, which browsers tell without permission', async () => {
    await expect(findCamera(listing('audioinput', 'videoinput'))).resolves.toBe(true);
    await expect(findCamera(listing('audioinput', 'audiooutput'))).resolves.toBe(false);
    await expect(findCamera(listing())).resolves.toBe(false);
  });

  it('finds none where the browser hides them all: without a secure page or in an old WebView', async () => {
    await expect(findCamera(undefined)).resolves.toBe(false);
  });

  it('lets the camera itself tell where the list is refused', async () => {
    const refusing = { enumerateDevices: () => Promise.reject(new Error('NotAllowedError')) };
    await expect(findCamera(refusing)).resolves.toBe(true);
  });
});
