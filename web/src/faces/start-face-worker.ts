import type { FacePortMessage } from '../guidance/worker-messages.js';

/**
 * Starts the worker that finds faces for the one that looks at frames. Whatever fails of it, guidance goes
 * on without.
 *
 * @returns ends it
 */
export function startFaceWorker(frameWorker: Worker, createFaceWorker: () => Worker): () => void {
  try {
    const worker = createFaceWorker();
    // Told to nobody else: without an answer nothing is said of faces.
    worker.onerror = (event) => {
      event.preventDefault();
    };
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(port1, [port1]);
    frameWorker.postMessage({ facePort: port2 } satisfies FacePortMessage, [port2]);
    return () => {
      worker.terminate();
    };
  } catch {
    return () => undefined;
  }
}
