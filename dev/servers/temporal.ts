import { Connection } from '@temporalio/client';
import type { DevContext } from '../processes/process-book.js';
import { waitUntilReady } from '../processes/wait-until-ready.js';
import { downloadRelease } from './download-release.js';
import { obtainServerBinary } from './obtain-server-binary.js';
import type { ServerBinary } from './server-binary.js';

/** The last tag without replace directives, which `go install` refuses; bundles server and UI. */
const VERSION = 'v1.5.1';
/** Update-with-start, which the API uses, is recommended from this server on. */
const OLDEST_SERVER_MINOR = 28;
const READY_TIMEOUT_MS = 60_000;

export const TEMPORAL_BINARY: ServerBinary = {
  label: 'Temporal',
  command: 'temporal',
  goPackage: 'github.com/temporalio/cli/cmd/temporal',
  version: VERSION,
  rejectVersion: rejectTemporalVersion,
  download: (target, context) => downloadRelease(releaseUrl(), target, context),
};

/**
 * One write and one sync a transaction, to a log, instead of a journal that is made, synced and removed
 * each time: a start and two signals take 25 to 29 ms instead of 140 to 180, and half the processor
 * time (busy machine, 2026-11-23). What was answered outlives a power cut in either.
 */
const DURABLE_AND_QUICK = [
  ...['--sqlite-pragma', 'journal_mode=WAL'],
  ...['--sqlite-pragma', 'synchronous=FULL'],
];

export interface TemporalOptions {
  readonly port: number;
  readonly uiPort: number;
  /** File that keeps workflows across restarts. */
  readonly databasePath: string;
  readonly logPath: string;
}

export interface TemporalServer {
  readonly address: string;
  readonly uiUrl: string;
}

/** Starts the development server with its UI, on loopback alone. */
export async function startTemporal(
  options: TemporalOptions,
  context: DevContext,
): Promise<TemporalServer> {
  const command = await obtainServerBinary(TEMPORAL_BINARY, context);
  context.signal.throwIfAborted();
  const process = await context.book.start({
    name: 'Temporal',
    command,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'warn'],
      ...['--port', String(options.port), '--ui-port', String(options.uiPort)],
      ...['--db-filename', options.databasePath, ...DURABLE_AND_QUICK],
    ],
    environment: context.environment,
    cwd: context.root,
    logPath: options.logPath,
  });
  const address = `127.0.0.1:${String(options.port)}`;
  await waitUntilReady(process, () => hasDefaultNamespace(address), {
    timeoutMs: READY_TIMEOUT_MS,
    signal: context.signal,
  });
  return { address, uiUrl: `http://127.0.0.1:${String(options.uiPort)}` };
}

/** The frontend answers some seconds before the default namespace can be used. */
async function hasDefaultNamespace(address: string): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    await connection.workflowService.describeNamespace({ namespace: 'default' });
    return true;
  } finally {
    await connection.close();
  }
}

/** Takes `temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)`. */
export function rejectTemporalVersion(versionText: string): string | null {
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(versionText) ?? [];
  if (major === undefined || minor === undefined) return 'its version cannot be read';
  const isNewEnough = Number(major) > 1 || Number(minor) >= OLDEST_SERVER_MINOR;
  return isNewEnough
    ? null
    : `its server ${major}.${minor} is older than 1.${String(OLDEST_SERVER_MINOR)}`;
}

function releaseUrl(): string {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const file = `temporal_cli_${VERSION.slice(1)}_${process.platform}_${architecture}.tar.gz`;
  return `https://github.com/temporalio/cli/releases/download/${VERSION}/${file}`;
}
