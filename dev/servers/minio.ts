import type { DevContext } from '../processes/process-book.js';
import { waitUntilReady } from '../processes/wait-until-ready.js';
import { obtainServerBinary } from './obtain-server-binary.js';
import type { ServerBinary } from './server-binary.js';

/** Source is how its maintainers distribute it now; the pseudo-version pins the commit. */
export const MINIO_BINARY: ServerBinary = {
  label: 'MinIO',
  command: 'minio',
  goPackage: 'github.com/minio/minio',
  version: 'v0.0.0-20260212201848-7aac2a2c5b7c',
};

const READY_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 2_000;
const FORBIDDEN = 403;

export interface MinioOptions {
  readonly port: number;
  readonly consolePort: number;
  readonly dataDir: string;
  /** Keeps certificates of the user's home out: they would switch the server to TLS. */
  readonly configDir: string;
  readonly logPath: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Browsers on these origins may PUT to presigned addresses. */
  readonly allowedOrigins: readonly string[];
}

export interface MinioServer {
  readonly url: string;
  readonly consoleUrl: string;
}

/** Starts the object store with its console, on loopback alone. */
export async function startMinio(options: MinioOptions, context: DevContext): Promise<MinioServer> {
  const command = await obtainServerBinary(MINIO_BINARY, context);
  context.signal.throwIfAborted();
  const url = `http://127.0.0.1:${String(options.port)}`;
  const consoleAddress = `127.0.0.1:${String(options.consolePort)}`;
  const process = await context.book.start({
    name: 'MinIO',
    command,
    args: [
      'server',
      ...['--address', `127.0.0.1:${String(options.port)}`],
      ...['--console-address', consoleAddress],
      ...['--certs-dir', options.configDir],
      options.dataDir,
    ],
    environment: {
      ...context.environment,
      MINIO_ROOT_USER: options.accessKey,
      MINIO_ROOT_PASSWORD: options.secretKey,
      MINIO_API_CORS_ALLOW_ORIGIN: options.allowedOrigins.join(','),
      MINIO_BROWSER: 'on',
      // It would ask its maker's host for a newer release at every start.
      MINIO_UPDATE: 'off',
    },
    cwd: context.root,
    logPath: options.logPath,
  });
  await waitUntilReady(process, () => refusesStrangers(url), {
    timeoutMs: READY_TIMEOUT_MS,
    signal: context.signal,
  });
  return { url, consoleUrl: `http://${consoleAddress}` };
}

/**
 * Its health addresses answer 200 some moments before it takes requests, which it answers with 503
 * until it knows its users; from then on a request without credentials is forbidden.
 */
async function refusesStrangers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
  await response.body?.cancel();
  return response.status === FORBIDDEN;
}
