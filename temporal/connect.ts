import { Client, Connection } from '@temporalio/client';
import type { KeyRing } from '../keys/key-ring.js';
import { createDataConverter } from './data-converter.js';

export interface TemporalAddress {
  /** `host:port` of the Temporal frontend. */
  readonly address: string;
  readonly namespace: string;
  readonly keyRing: KeyRing;
}

/**
 * A client whose payloads and failures are encrypted. Whoever connects closes it:
 * `await client.connection.close()`.
 */
export async function connectTemporal(options: TemporalAddress): Promise<Client> {
  const { address, namespace, keyRing } = options;
  const connection = await Connection.connect({ address });
  return new Client({ connection, namespace, dataConverter: createDataConverter(keyRing) });
}
