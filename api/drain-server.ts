import type { Server } from 'node:http';

/**
 * Requests still open after this are cut. The longest are a face match, which waits ten seconds for its
 * end once its images are here, and a confirm: five seconds for a slot, five for the workflow, and its
 * pictures are read, sealed and stored in between. Whoever stops the process has to leave it some
 * seconds more, to let go of the database.
 */
export const DRAIN_TIMEOUT_MS = 25_000;

/** Stops accepting. Resolves when the last open request is answered or cut. */
export function drainServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, DRAIN_TIMEOUT_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
