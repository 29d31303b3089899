import { describe, expect, it } from 'vitest';
import { readConfig } from '../config/read-config.js';
import { temporalSettings } from '../config/sections.js';
import { toTemporalServer } from './temporal-server.js';

const ADDRESS = { KENALI_TEMPORAL_ADDRESS: 'temporal:7233' };
const pem = (what: string) => `-----BEGIN ${what}-----\n`;

const serverOf = (environment: Record<string, string>) =>
  toTemporalServer(readConfig(temporalSettings, { ...ADDRESS, ...environment }));

describe('how a process reaches Temporal', () => {
  it('is in clear unless it is told otherwise', () => {
    expect(serverOf({})).toEqual({ address: 'temporal:7233', namespace: 'default' });
  });

  it('is by TLS and the authorities of the system', () => {
    expect(serverOf({ KENALI_TEMPORAL_TLS: 'on' })).toMatchObject({ tls: {} });
  });

  it('is by TLS with an authority, a name and a certificate of one’s own', () => {
    const { tls } = serverOf({
      KENALI_TEMPORAL_TLS: 'on',
      KENALI_TEMPORAL_CA: pem('CERTIFICATE'),
      KENALI_TEMPORAL_SERVER_NAME: 'temporal.internal',
      KENALI_TEMPORAL_CLIENT_CERTIFICATE: pem('CERTIFICATE'),
      KENALI_TEMPORAL_CLIENT_KEY: pem('PRIVATE KEY'),
    });
    expect(tls).toEqual({
      serverRootCACertificate: Buffer.from(pem('CERTIFICATE')),
      serverNameOverride: 'temporal.internal',
      clientCertPair: {
        crt: Buffer.from(pem('CERTIFICATE')),
        key: Buffer.from(pem('PRIVATE KEY')),
      },
    });
  });

  it('carries a key of Temporal Cloud', () => {
    const server = serverOf({ KENALI_TEMPORAL_TLS: 'on', KENALI_TEMPORAL_API_KEY: 'key' });
    expect(server.apiKey).toBe('key');
  });

  it.each(['KENALI_TEMPORAL_CA', 'KENALI_TEMPORAL_CLIENT_KEY', 'KENALI_TEMPORAL_API_KEY'])(
    'is refused where %s is given and TLS is off',
    (name) => {
      const set = () => serverOf({ [name]: pem('ANYTHING') });
      expect(set).toThrow(`${name} would be of no use: set KENALI_TEMPORAL_TLS=on.`);
    },
  );

  it('is refused with a certificate that has no key', () => {
    const half = {
      KENALI_TEMPORAL_TLS: 'on',
      KENALI_TEMPORAL_CLIENT_CERTIFICATE: pem('CERTIFICATE'),
    };
    expect(() => serverOf(half)).toThrow('only of use together');
  });

  it('is refused where a path stands for what is in the file', () => {
    const path = { KENALI_TEMPORAL_TLS: 'on', KENALI_TEMPORAL_CA: '/etc/ssl/ca.pem' };
    expect(() => serverOf(path)).toThrow('KENALI_TEMPORAL_CA is not valid');
  });
});
