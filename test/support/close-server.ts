import { once } from 'node:events';
import type { Server } from 'node:http';

/** Closes at once, whoever is still connected. */
export async function closeServer(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
