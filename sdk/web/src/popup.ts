import type { Surface, SurfaceEvents } from './surface.js';

const FEATURES = 'popup,width=480,height=860';

/** How often a popup is looked at: no event tells that it was closed. */
const LOOK_MS = 400;

/**
 * Opens at once, within the click, and is filled later: a browser blocks what opens after an
 * answer. `null` when it was blocked.
 */
export function openPopup(page: Window, { onGone }: SurfaceEvents): Surface | null {
  const popup = page.open('', '_blank', FEATURES);
  if (popup === null) return null;
  const timer = page.setInterval(() => {
    if (popup.closed) onGone();
  }, LOOK_MS);
  return {
    show(url) {
      popup.location.replace(url);
      popup.focus();
    },
    window: () => popup,
    close() {
      page.clearInterval(timer);
      popup.close();
    },
  };
}
