import { mount } from 'svelte';
import App from './App.svelte';
import { createCaptureApi } from './api/capture-api.js';
import { guardBackButton } from './back-button.js';
import { createCamera } from './capture/camera.js';
import { findCamera } from './handoff/find-camera.js';
import { createSessionId, readLaunchUrl } from './launch-url.js';
import { Session } from './session.svelte.js';
import { wait } from './wait.js';

const { publicId, launchToken, handoffCode } = readLaunchUrl(location);

// Typed as always present; absent on an insecure page and in old WebViews.
const mediaDevices = 'mediaDevices' in navigator ? navigator.mediaDevices : undefined;

const session = new Session({
  api: createCaptureApi({
    fetch: window.fetch.bind(window),
    publicId,
    sdkSessionId: createSessionId(crypto),
  }),
  launchToken,
  handoffCode,
  findCamera: () => findCamera(mediaDevices),
  dropFragment: () => {
    history.replaceState(history.state, '', location.pathname + location.search);
  },
  goTo: (url) => {
    // Replaced, so that the back button does not lead into a finished session.
    location.replace(url);
  },
  createRequest: () => new XMLHttpRequest(),
  wait,
});

const camera = createCamera({
  mediaDevices,
  isSecureContext: window.isSecureContext,
});

const target = document.querySelector('#app');
if (target !== null) {
  target.replaceChildren();
  mount(App, { target, props: { session, camera } });
  window.addEventListener('online', () => {
    session.resume();
  });
  // A fresh link of the same session, opened in this tab, changes the fragment alone.
  window.addEventListener('hashchange', () => {
    const fresh = readLaunchUrl(location);
    if (fresh.launchToken !== null || fresh.handoffCode !== null) location.reload();
  });
  guardBackButton(window, {
    isArmed: () => session.canLeave,
    onBack: () => {
      session.dispatch({ type: 'LEAVE_ASKED' });
    },
  });
  void session.open();
}
