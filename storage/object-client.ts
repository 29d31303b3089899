import { Client } from 'minio';
import { createObjectAgent } from './object-agent.js';

export interface ObjectClientOptions {
  readonly accessKey: string;
  readonly secretKey: string;
  /** How long the store may be silent, for tests. */
  readonly patienceMs?: number;
}

/** Named, so that no call needs a round trip to ask the server for it. */
export const REGION = 'us-east-1';

/** `address` is of the object store: the inner one, or the one that phones reach. */
export function createObjectClient(
  { accessKey, secretKey, patienceMs }: ObjectClientOptions,
  address: string,
): Client {
  const url = new URL(address);
  return new Client({
    endPoint: url.hostname,
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    useSSL: url.protocol === 'https:',
    accessKey,
    secretKey,
    region: REGION,
    transportAgent: createObjectAgent(address, patienceMs),
  });
}
