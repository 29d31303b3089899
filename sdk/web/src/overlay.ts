import type { Surface, SurfaceEvents } from './surface.js';

export interface OverlayTexts {
  readonly title: string;
  readonly close: string;
}

type Style = Readonly<Record<string, string>>;

const MARK = 'data-onekyc';

const DIALOG: Style = {
  position: 'fixed',
  // Not `inset`, which Safari has from 14.1 on.
  top: '0',
  right: '0',
  bottom: '0',
  left: '0',
  'z-index': '2147483647',
  display: 'flex',
  'align-items': 'center',
  'justify-content': 'center',
  width: '100%',
  height: '100%',
  'max-width': 'none',
  'max-height': 'none',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'rgb(8 14 17 / 62%)',
};

/** 0 up to the width of the panel, where it fills a phone; `most` on everything wider. */
const beside = (most: number) => `clamp(0px, (100vw - 540px) * 99, ${String(most)}px)`;

const PANEL: Style = {
  position: 'relative',
  display: 'flex',
  width: 'min(100%, 540px)',
  height: `calc(100% - ${beside(48)})`,
  'max-height': '880px',
  overflow: 'hidden',
  'border-radius': beside(20),
  'color-scheme': 'light dark',
  background: 'Canvas',
};

/**
 * Over the head of the capture app, which leaves the corner free. White as a difference is dark on a
 * light theme and light on a dark one, whichever the app shows.
 */
const BUTTON: Style = {
  position: 'absolute',
  top: 'calc(10px + env(safe-area-inset-top, 0px))',
  right: '12px',
  width: '44px',
  height: '44px',
  padding: '0',
  border: '0',
  'border-radius': '22px',
  background: 'none',
  color: '#fff',
  'mix-blend-mode': 'difference',
  font: '300 30px/1 system-ui, sans-serif',
  cursor: 'pointer',
};

const FRAME: Style = { flex: '1', width: '100%', border: '0' };

/** Whether one is open: a button that is pressed twice opens one. */
export function hasOverlay(document: Document): boolean {
  return document.querySelector(`[${MARK}]`) !== null;
}

/**
 * A frame over the page. A modal dialog of the browser keeps the focus inside, takes Esc and gives
 * the focus back at the end. Styles are set one by one, which the strictest policy allows.
 */
export function openOverlay(
  document: Document,
  texts: OverlayTexts,
  { onLeaveAsked, onGone }: SurfaceEvents,
): Surface {
  const dialog = make(document, 'dialog', DIALOG);
  const panel = make(document, 'div', PANEL);
  const button = make(document, 'button', BUTTON);
  const frame = make(document, 'iframe', FRAME);
  dialog.setAttribute(MARK, '');
  dialog.setAttribute('aria-label', texts.title);
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', texts.close);
  frame.title = texts.title;
  // The QR screen copies the address of the code.
  frame.allow = 'camera; clipboard-write';
  frame.referrerPolicy = 'no-referrer';
  panel.append(frame, button);
  dialog.append(panel);
  button.addEventListener('click', onLeaveAsked);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onLeaveAsked();
  });
  // A browser may close it all the same, on a second Esc.
  dialog.addEventListener('close', onGone);

  const { style } = document.documentElement;
  const overflow = style.overflow;
  style.overflow = 'hidden';
  document.body.append(dialog);
  showModal(dialog);
  return {
    show(url) {
      frame.src = url;
      frame.addEventListener('load', () => {
        frame.focus();
      });
    },
    window: () => frame.contentWindow,
    close() {
      style.overflow = overflow;
      dialog.removeEventListener('close', onGone);
      if (dialog.open && 'close' in dialog) dialog.close();
      dialog.remove();
    },
  };
}

/** Browsers from before dialogs (Safari 15.3) show it over the page all the same, as a plain box. */
function showModal(dialog: HTMLElement & Partial<Pick<HTMLDialogElement, 'showModal'>>): void {
  if (dialog.showModal === undefined) dialog.setAttribute('role', 'dialog');
  else dialog.showModal();
}

function make<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
  style: Style,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(style)) {
    element.style.setProperty(property, value);
  }
  return element;
}
