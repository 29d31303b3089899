import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { NativeConnection } from '@temporalio/worker';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '../../config/read-config.js';
import { temporalSettings } from '../../config/sections.js';
import { connectTemporal } from '../../temporal/connect.js';
import { toTemporalServer, type TemporalServer } from '../../temporal/temporal-server.js';
import { newKeyRing } from '../support/memory/data-keys.js';
import type {} from '../support/platform-context.js';

const { temporalAddress } = inject('platform');

/** Of the server's certificate; the connection itself goes to an address. */
const NAME = 'temporal.internal';

const SIGNED = { keyType: 'ec', algorithm: 'sha256' } as const;

let front: Server;
let address: string;
let settings: Readonly<Record<string, string>>;
const sockets = new Set<Socket>();

/** A frontend as a cluster with mutual TLS has it, before the development server, which has none. */
beforeAll(async () => {
  const [server, client] = await Promise.all([
    generate([{ name: 'commonName', value: NAME }], {
      ...SIGNED,
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: NAME }] }],
    }),
    generate([{ name: 'commonName', value: 'kenali' }], SIGNED),
  ]);
  const [host = '', port = ''] = temporalAddress.split(':');
  front = createServer(
    {
      ...{ key: server.private, cert: server.cert, ca: client.cert },
      ...{ requestCert: true, rejectUnauthorized: true, ALPNProtocols: ['h2'] },
    },
    (secured) => {
      const plain = connect(Number(port), host);
      for (const socket of [secured, plain]) {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
      secured.pipe(plain).pipe(secured);
    },
  );
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  address = `127.0.0.1:${String((front.address() as AddressInfo).port)}`;
  settings = {
    KENALI_TEMPORAL_ADDRESS: address,
    KENALI_TEMPORAL_TLS: 'on',
    KENALI_TEMPORAL_SERVER_NAME: NAME,
    KENALI_TEMPORAL_CA: server.cert,
    KENALI_TEMPORAL_CLIENT_CERTIFICATE: client.cert,
    KENALI_TEMPORAL_CLIENT_KEY: client.private,
  };
});

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  front.close();
});

function serverOf(changes: Readonly<Record<string, string>> = {}): TemporalServer {
  return toTemporalServer(readConfig(temporalSettings, { ...settings, ...changes }));
}

/** A client waits ten seconds before it gives up, a worker does not wait. */
async function reachAsWorker({ namespace: _, ...server }: TemporalServer): Promise<void> {
  const connection = await NativeConnection.connect(server);
  await connection.close();
}

describe('a Temporal that wants certificates', () => {
  it('is reached with ours, by clients and by workers', async () => {
    const client = await connectTemporal({ ...serverOf(), keyRing: newKeyRing() });
    await client.connection.close();
    await expect(reachAsWorker(serverOf())).resolves.toBeUndefined();
  });

  it('is not believed where somebody else signed its certificate', async () => {
    const stranger = serverOf({ KENALI_TEMPORAL_CA: settings.KENALI_TEMPORAL_CLIENT_CERTIFICATE! });
    await expect(reachAsWorker(stranger)).rejects.toThrow();
  });

  it('does not take who shows no certificate', async () => {
    const nobody = { KENALI_TEMPORAL_CLIENT_CERTIFICATE: '', KENALI_TEMPORAL_CLIENT_KEY: '' };
    await expect(reachAsWorker(serverOf(nobody))).rejects.toThrow();
  });

  it('is not reached in clear', async () => {
    const { namespace } = serverOf();
    await expect(reachAsWorker({ address, namespace })).rejects.toThrow();
  });
});
