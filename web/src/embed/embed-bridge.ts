import { NotEmbeddedError } from '../api/api-error.js';
import type { EmbedMessage } from './describe-screen.js';
import { isLeave, readBegin, type HandedSession } from './read-begin.js';

export interface EmbedBridgeOptions {
  readonly page: Window;
  /** Origin of the page of the Web SDK, from our address: only it is listened and spoken to. */
  readonly origin: string;
  readonly onLeaveAsked: () => void;
}

export interface EmbedBridge {
  /** Says nothing but that somebody listens. */
  sayReady(): void;
  /**
   * Asks for the token, at the beginning and whenever it is needed anew: it is kept by the SDK.
   *
   * @throws NotEmbeddedError where nobody of that origin answers
   */
  askForSession(): Promise<HandedSession>;
  send(message: EmbedMessage): void;
}

/** The SDK answers within a turn of its page; a phone that is busy may take a while. */
const ANSWER_MS = 10_000;

export function createEmbedBridge({ page, origin, onLeaveAsked }: EmbedBridgeOptions): EmbedBridge {
  const peer = findPeer(page);
  /** The page goes on with what it has: whoever asks again was not loaded again. */
  let wasHanded = false;

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isOfPeer(event) && isLeave(event.data)) onLeaveAsked();
  });

  function isOfPeer(event: MessageEvent<unknown>): boolean {
    return peer !== null && event.source === peer && event.origin === origin;
  }

  function sayReady(): void {
    const again = wasHanded && { again: true };
    peer?.postMessage({ source: 'onekyc', type: 'onekyc.ready', ...again }, origin);
  }

  return {
    sayReady,
    askForSession: () =>
      new Promise((resolve, reject) => {
        const timer = page.setTimeout(() => {
          page.removeEventListener('message', listen);
          reject(new NotEmbeddedError());
        }, ANSWER_MS);
        function listen(event: MessageEvent<unknown>): void {
          const handed = isOfPeer(event) ? readBegin(event.data) : null;
          if (handed === null) return;
          page.clearTimeout(timer);
          page.removeEventListener('message', listen);
          wasHanded = true;
          resolve(handed);
        }
        page.addEventListener('message', listen);
        sayReady();
      }),
    send(message) {
      peer?.postMessage(message, origin);
    },
  };
}

/** The page that frames this one, else the one that opened it as a popup. */
function findPeer(page: Window): Window | null {
  if (page.parent !== page) return page.parent;
  const opener: unknown = page.opener;
  return isWindow(opener) ? opener : null;
}

/** `opener` is typed as anything. Of a window of another origin little may be read; this may. */
function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}
