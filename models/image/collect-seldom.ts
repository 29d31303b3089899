import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap of a process that works on pictures grow to twice what is alive before all of it is gone
 * through.
 *
 * V8 counts the bytes of pictures as growth of its heap, although they lie beside it, and after a few of
 * them lets it grow by a fifth only: with 50 MB alive for every 12 MB of pixels, once or twice a session.
 * That was a fifth of a session's processor time; now it is a twentieth, with as much memory in use
 * (Node 20, 2026-11-23). The flag is read after each collection, so that it may be set at any time; a V8
 * that did not know it would say so on stderr and go on.
 */
export function collectSeldom(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
