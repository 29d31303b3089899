import { mount } from 'svelte';
import App from './App.svelte';
import { createCaptureApi } from './api/capture-api.js';
import { guardBackButton } from './back-button.js';
import { addressElsewhere, findBrowserProblem } from './browser-problem.js';
import { createCamera } from './capture/camera.js';
import { createEmbed } from './embed/embed.js';
import { findCamera } from './handoff/find-camera.js';
import { createCaptureSafe } from './keeping/capture-safe.js';
import { createRepeatKey, createSessionId, readLaunchUrl } from './launch-url.js';
import { Session } from './session.svelte.js';
import { wait } from './wait.js';

const { publicId, launchToken, handoffCode, embedOrigin } = readLaunchUrl(location);

// Typed as always present; absent on an insecure page and in old WebViews.
const mediaDevices = 'mediaDevices' in navigator ? navigator.mediaDevices : undefined;

const calls = {
  fetch: window.fetch.bind(window),
  publicId,
  sdkSessionId: createSessionId(crypto),
  repeatKey: createRepeatKey(crypto),
};

const askToLeave = (): void => {
  session.dispatch({ type: 'LEAVE_ASKED' });
};

const embed =
  embedOrigin === null
    ? null
    : createEmbed({ ...calls, embedOrigin, page: window, onLeaveAsked: askToLeave });

const session: Session = new Session({
  api: createCaptureApi({ ...calls, openEmbedded: embed?.open }),
  launchToken,
  handoffCode,
  findCamera: () => findCamera(mediaDevices),
  dropFragment: () => {
    history.replaceState(history.state, '', location.pathname + location.search);
  },
  goTo: (url) => {
    // Replaced, so that the back button does not lead into a finished session.
    void backButton.lift().then(() => {
      location.replace(url);
    });
  },
  createRequest: () => new XMLHttpRequest(),
  safe: createCaptureSafe({
    openVault: async () => (await import('./keeping/open-vault.js')).openVault(publicId),
    wait,
  }),
  wait,
  onScreen: embed?.tell,
});

const backButton = guardBackButton(window, {
  isArmed: () => session.canLeave,
  onBack: askToLeave,
  wait,
});

const camera = createCamera({
  mediaDevices,
  isSecureContext: window.isSecureContext,
});

const isFramed = embed !== null && window.parent !== window;

const target = document.querySelector('#app');
if (target !== null) {
  target.replaceChildren();
  mount(App, { target, props: { session, camera, isFramed } });
  window.addEventListener('online', () => {
    session.resume();
  });
  // A fresh link of the same session, opened in this tab, changes the fragment alone.
  window.addEventListener('hashchange', () => {
    const fresh = readLaunchUrl(location);
    if (fresh.launchToken !== null || fresh.handoffCode !== null) location.reload();
  });
  // The SDK around a frame hears no key that is pressed in here.
  window.addEventListener('keydown', ({ key }) => {
    if (embed !== null && key === 'Escape') askToLeave();
  });
  const problem = findBrowserProblem({
    isSecureContext: window.isSecureContext,
    hasMediaDevices: mediaDevices !== undefined,
    userAgent: navigator.userAgent,
  });
  // Before the link is used: it opens the session once, and that had better be elsewhere.
  if (problem === null) void session.open();
  else {
    const isUnused = launchToken !== null || handoffCode !== null;
    const address = addressElsewhere(problem, { href: location.href, isUnused });
    // The person may read for longer than the SDK waits for a first word.
    embed?.sayReady();
    session.dispatch({ type: 'BROWSER_DOUBTED', problem, address });
  }
}
