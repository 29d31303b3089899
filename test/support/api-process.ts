import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { PlatformContext } from './platform-context.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The settings of an API process of a test's own, on the stores of the platform under test. */
export function apiSettings(
  { storage, ...platform }: PlatformContext,
  port: number,
): Readonly<Record<string, string>> {
  return {
    PATH: process.env.PATH ?? '',
    KENALI_DATABASE_URL: platform.databaseUrl,
    KENALI_TEMPORAL_ADDRESS: platform.temporalAddress,
    KENALI_SEALING_KEYS_PATH: platform.sealingKeysPath,
    KENALI_SIGNING_KEYS_PATH: platform.signingKeysPath,
    KENALI_STORAGE_URL: storage.url,
    KENALI_STORAGE_PUBLIC_URL: storage.publicUrl,
    KENALI_STORAGE_ACCESS_KEY: storage.accessKey,
    KENALI_STORAGE_SECRET_KEY: storage.secretKey,
    KENALI_STORAGE_BUCKET: storage.bucket,
    KENALI_API_PORT: String(port),
    KENALI_PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
  };
}

/** Its first message says that it listens. */
export function startApi(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  let logged = '';
  child.stdout?.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  return { child, exited: once(child, 'exit'), printed: () => printed, logged: () => logged };
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
