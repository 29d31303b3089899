import { startChildren, watchForFailure, type ChildDefinition, type Children } from './children.js';
import { ensureDemoPartner, type DemoPartner } from './demo-partner.js';
import {
  readOperatorSettings,
  type ConfiguredServers,
  type OperatorSettings,
} from './operator-settings.js';
import { processEnvironments, type PlatformSettings } from './platform-settings.js';
import { assertPortsFree, type PortName, type Ports } from './ports.js';
import type { DevContext } from './processes/process-book.js';
import { samplePartnerEnvironment } from './sample-partner-environment.js';
import { startServers } from './start-servers.js';
import { takeInstanceLock, type InstanceLock } from './state/instance-lock.js';
import { emptyStateFolder, fillStateFolder, prepareStateFolder } from './state/state-folder.js';
import type { StatePaths } from './state/state-paths.js';

export interface PlatformOptions {
  readonly ports: Ports;
  readonly stateDir: string;
  /** Drops all data and keys first. */
  readonly isReset?: boolean;
}

/** A running platform: the servers, our processes and the sample partner. */
export interface Platform {
  readonly settings: PlatformSettings;
  readonly urls: PlatformUrls;
  readonly demoPartner: DemoPartner;
  readonly children: Children;
  /** Resolves when a process that should run has ended by itself. */
  readonly failed: Promise<Error>;
  /** Stops everything, the youngest first, and gives the state folder free. */
  stop(): Promise<void>;
}

export interface PlatformUrls {
  readonly api: string;
  readonly samplePartner: string;
  /** Null where the operator runs the server. */
  readonly temporalUi: string | null;
  readonly storageConsole: string | null;
}

/**
 * Starts everything that `npm start` runs, and stops it all again when a step fails or the
 * context's signal aborts.
 *
 * @throws PortError, StateFolderError, FolderInUseError, LostKeysError; Error with the last log
 * lines of what did not start
 */
export async function startPlatform(
  options: PlatformOptions,
  context: DevContext,
): Promise<Platform> {
  const operator = readOperatorSettings(context.environment);
  const paths = await prepareStateFolder(options.stateDir);
  const lock = await takeInstanceLock(paths.lock, context.report);
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await context.book.stopAll();
    await lock.release();
  };
  try {
    const parts = { options, operator, paths, isStopping: () => isStopping };
    return { ...(await assemble(parts, withLock(context, lock))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Parts {
  readonly options: PlatformOptions;
  readonly operator: OperatorSettings;
  readonly paths: StatePaths;
  readonly isStopping: () => boolean;
}

async function assemble(
  { options, operator, paths, isStopping }: Parts,
  context: DevContext,
): Promise<Omit<Platform, 'stop'>> {
  const { ports } = options;
  await assertPortsFree(ports, portsToOpen(operator.servers));
  if (options.isReset === true) {
    await emptyStateFolder(paths);
    context.report(`Dropped all data and keys in ${paths.root}`);
  }
  await fillStateFolder(paths, context.report);
  const apiUrl = loopback(ports.api);
  const publicUrl = operator.publicUrl ?? apiUrl;
  const servers = await startServers({ operator, ports, paths, publicUrl }, context);
  const { faceModel, ktpRecogniser } = operator;
  const settings = {
    ...servers,
    ports,
    paths,
    publicUrl,
    cacheDir: context.cacheDir,
    faceModel,
    ktpRecogniser,
  };
  const demoPartner = await ensureDemoPartner({
    path: paths.demoPartner,
    databaseUrl: servers.databaseUrl,
    sealingKeysPath: paths.sealingKeys,
    baseUrl: apiUrl,
    samplePartnerUrl: loopback(ports.partner),
  });
  const children = await startChildren(listChildren(settings, demoPartner), paths.logs, context);
  return {
    settings,
    demoPartner,
    children,
    urls: listUrls(operator.servers, ports),
    failed: watchForFailure(
      context.book.running(),
      (process) => isStopping() || children.isEndExpected(process),
    ),
  };
}

/** In the order of starting; they are stopped in reverse, so that no request meets a gap. */
function listChildren(settings: PlatformSettings, partner: DemoPartner): ChildDefinition[] {
  const environments = processEnvironments(settings);
  const { ports } = settings;
  return [
    {
      name: 'worker-sessions',
      entry: 'temporal/worker-sessions.ts',
      environment: environments['worker-sessions'],
      readyUrl: null,
    },
    {
      name: 'worker-vision',
      entry: 'temporal/worker-vision.ts',
      environment: environments['worker-vision'],
      readyUrl: null,
    },
    {
      name: 'api',
      entry: 'api/main.ts',
      environment: environments.api,
      readyUrl: `${loopback(ports.api)}/readyz`,
    },
    {
      name: 'sample-partner',
      entry: 'examples/partner/main.ts',
      environment: samplePartnerEnvironment(partner, ports.partner),
      readyUrl: `${loopback(ports.partner)}/readyz`,
    },
  ];
}

function listUrls(configured: ConfiguredServers, ports: Ports): PlatformUrls {
  return {
    api: loopback(ports.api),
    samplePartner: loopback(ports.partner),
    temporalUi: configured.temporalAddress === null ? loopback(ports.temporalUi) : null,
    storageConsole: configured.storage === null ? loopback(ports.storageConsole) : null,
  };
}

function portsToOpen(configured: ConfiguredServers): readonly PortName[] {
  return [
    'api',
    'partner',
    ...(configured.storage === null ? (['storage', 'storageConsole'] as const) : []),
    ...(configured.temporalAddress === null ? (['temporal', 'temporalUi'] as const) : []),
    ...(configured.databaseUrl === null ? (['database'] as const) : []),
  ];
}

/** Notes every started process in the lock, where the next start finds it after a kill. */
function withLock(context: DevContext, lock: InstanceLock): DevContext {
  return {
    ...context,
    book: {
      ...context.book,
      async start(spec) {
        const process = await context.book.start(spec);
        lock.record(context.book.running());
        return process;
      },
    },
  };
}

function loopback(port: number): string {
  return `http://127.0.0.1:${String(port)}`;
}
