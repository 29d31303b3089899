import type { TLSConfig } from '@temporalio/client';
import type { z } from 'zod';
import { ConfigError } from '../config/read-config.js';
import type { temporalSettings } from '../config/sections.js';

type TemporalConfig = Readonly<z.infer<z.ZodObject<typeof temporalSettings>>>;

/** How a process reaches Temporal. */
export interface TemporalServer {
  /** `host:port` of the frontend. */
  readonly address: string;
  readonly namespace: string;
  /** In clear unless given. */
  readonly tls?: TLSConfig;
  readonly apiKey?: string;
}

/** @throws ConfigError where settings contradict each other: nobody is to believe in a TLS that is off */
export function toTemporalServer(config: TemporalConfig): TemporalServer {
  const server = {
    address: config.KENALI_TEMPORAL_ADDRESS,
    namespace: config.KENALI_TEMPORAL_NAMESPACE,
  };
  if (config.KENALI_TEMPORAL_TLS === 'off') {
    refuseWhatNeedsTls(config);
    return server;
  }
  const apiKey = config.KENALI_TEMPORAL_API_KEY;
  return { ...server, tls: composeTls(config), ...(apiKey !== undefined && { apiKey }) };
}

const ONLY_WITH_TLS = [
  'KENALI_TEMPORAL_CA',
  'KENALI_TEMPORAL_CLIENT_CERTIFICATE',
  'KENALI_TEMPORAL_CLIENT_KEY',
  'KENALI_TEMPORAL_SERVER_NAME',
  'KENALI_TEMPORAL_API_KEY',
] as const;

function refuseWhatNeedsTls(config: TemporalConfig): void {
  const given = ONLY_WITH_TLS.filter((name) => config[name] !== undefined);
  if (given.length > 0) {
    throw new ConfigError(`${given.join(', ')} would be of no use: set KENALI_TEMPORAL_TLS=on.`);
  }
}

function composeTls(config: TemporalConfig): TLSConfig {
  const ca = config.KENALI_TEMPORAL_CA;
  const serverName = config.KENALI_TEMPORAL_SERVER_NAME;
  const certificate = config.KENALI_TEMPORAL_CLIENT_CERTIFICATE;
  const key = config.KENALI_TEMPORAL_CLIENT_KEY;
  if ((certificate === undefined) !== (key === undefined)) {
    throw new ConfigError(
      'KENALI_TEMPORAL_CLIENT_CERTIFICATE and KENALI_TEMPORAL_CLIENT_KEY are only of use together.',
    );
  }
  return {
    ...(ca !== undefined && { serverRootCACertificate: Buffer.from(ca) }),
    ...(serverName !== undefined && { serverNameOverride: serverName }),
    ...(certificate !== undefined &&
      key !== undefined && {
        clientCertPair: { crt: Buffer.from(certificate), key: Buffer.from(key) },
      }),
  };
}
