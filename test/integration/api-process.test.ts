import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type {} from '../support/platform-context.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const platform = inject('platform');
let folder: string;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-api-'));
  port = await findFreePort();
});
afterAll(() => rm(folder, { recursive: true }));

function settings(changed: Record<string, string> = {}): Record<string, string> {
  const { storage } = platform;
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
    ...changed,
  };
}

function startApi(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return { child, exited: once(child, 'exit'), printed: () => printed };
}

async function failureWith(changed: Record<string, string>) {
  const { exited, printed } = startApi(settings(changed));
  const [code] = (await exited) as [number];
  expect(code).toBe(1);
  expect(printed().trim().split('\n')).toHaveLength(1);
  return printed();
}

describe('the API process', () => {
  it('says when it listens and ends in good order on SIGTERM', async () => {
    const { child, exited } = startApi(settings());
    const [message] = (await once(child, 'message')) as [unknown];
    expect(message).toEqual({ ready: true });
    const answer = await fetch(`http://127.0.0.1:${String(port)}/readyz`);
    expect(await answer.json()).toEqual({
      status: 'up',
      checks: { database: 'up', temporal: 'up' },
    });
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  it('names every missing setting at once', async () => {
    const line = await failureWith({ KENALI_DATABASE_URL: '', KENALI_PUBLIC_URL: '' });
    expect(line).toContain('KENALI_DATABASE_URL is not set');
    expect(line).toContain('KENALI_PUBLIC_URL is not set');
  });

  it('names a port that is taken', async () => {
    const taken = new URL(platform.apiUrl).port;
    const line = await failureWith({ KENALI_API_PORT: taken });
    expect(line).toContain(`Port ${taken} on 127.0.0.1 is taken`);
  });

  it('does not start without its signing keys, nor with damaged ones', async () => {
    const path = join(folder, 'signing-keys.json');
    expect(await failureWith({ KENALI_SIGNING_KEYS_PATH: path })).toContain(`${path} cannot be`);
    await writeFile(path, '{"keys":[{"kty":"EC"');
    expect(await failureWith({ KENALI_SIGNING_KEYS_PATH: path })).toContain(`${path} is damaged`);
  });
});

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
