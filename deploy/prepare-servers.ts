import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { readConfig } from '../config/read-config.js';
import { storageSettings, temporalSettings } from '../config/sections.js';
import { prepareObjectStore } from '../storage/prepare-object-store.js';
import { ensureSearchAttributes } from '../temporal/search-attributes.js';
import { toTemporalServer, type TemporalServer } from '../temporal/temporal-server.js';

// Node finds no named exports in this package of CommonJS.
const { Duration } = proto.google.protobuf;

/** How long a finished session's timeline can be looked up. Its payloads are encrypted. */
const RETENTION_DAYS = 30;
const SECONDS_PER_DAY = 86_400;

/** gRPC status codes. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/** A new namespace reaches the frontends' cache within 10 s; until then it is not found. */
const NAMESPACE_TIMEOUT_MS = 60_000;
const RETRY_AFTER_MS = 1_000;

/**
 * What a bare Temporal server lacks and the development server has: our namespace, which the image
 * no longer creates, with our search attributes. Safe to repeat.
 */
export async function prepareTemporal({ namespace, ...server }: TemporalServer): Promise<void> {
  const connection = await Connection.connect(server);
  try {
    await ensureNamespace(connection, namespace);
    await retryWhileUnknown(() => ensureSearchAttributes(connection, namespace));
  } finally {
    await connection.close();
  }
}

async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  const period = { seconds: RETENTION_DAYS * SECONDS_PER_DAY };
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: Duration.fromObject(period),
    });
  } catch (error) {
    if (!hasCode(error, ALREADY_EXISTS)) throw error;
  }
}

async function retryWhileUnknown(action: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + NAMESPACE_TIMEOUT_MS;
  for (;;) {
    try {
      await action();
      return;
    } catch (error) {
      if (!hasCode(error, NOT_FOUND) || Date.now() > deadline) throw error;
      await sleep(RETRY_AFTER_MS);
    }
  }
}

function hasCode(error: unknown, code: number): boolean {
  if (!isGrpcServiceError(error)) return false;
  const actual: number = error.code;
  return actual === code;
}

async function prepareServers(): Promise<void> {
  const config = readConfig({ ...temporalSettings, ...storageSettings }, process.env);
  await prepareObjectStore({
    url: config.KENALI_STORAGE_URL,
    publicUrl: config.KENALI_STORAGE_PUBLIC_URL,
    accessKey: config.KENALI_STORAGE_ACCESS_KEY,
    secretKey: config.KENALI_STORAGE_SECRET_KEY,
    bucket: config.KENALI_STORAGE_BUCKET,
  });
  await prepareTemporal(toTemporalServer(config));
  process.stdout.write('Bucket, upload account, namespace and search attributes are there.\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await prepareServers();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
