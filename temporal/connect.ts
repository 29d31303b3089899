import { Client, Connection } from '@temporalio/client';
import type { KeyRing } from '../keys/key-ring.js';
import { createDataConverter } from './data-converter.js';
import type { TemporalServer } from './temporal-server.js';

export interface SealedTemporal extends TemporalServer {
  readonly keyRing: KeyRing;
}

/**
 * A client whose payloads and failures are encrypted. Whoever connects closes it:
 * `await client.connection.close()`.
 */
export async function connectTemporal(options: SealedTemporal): Promise<Client> {
  const { namespace, keyRing, ...server } = options;
  const connection = await Connection.connect(server);
  return new Client({ connection, namespace, dataConverter: createDataConverter(keyRing) });
}
