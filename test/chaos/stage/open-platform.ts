import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../../../dev/platform.js';
import { findFreePorts } from '../../../dev/ports.js';
import { clearStalePidFile } from '../../../dev/servers/postgres-pid-file.js';
import { statePaths } from '../../../dev/state/state-paths.js';
import { createTestContext } from '../../support/start-servers.js';
import { createFleet, type Fleet } from './fleet.js';

export interface ChaosPlatform {
  readonly platform: Platform;
  readonly fleet: Fleet;
  /** Ends everything and drops its state. */
  close(): Promise<void>;
}

/**
 * Three days of tries at a callback become nine minutes: 8 ms, half a second, 3 s, 12 s, 30 s …
 * The ladder keeps its ten tries and its proportions.
 */
const LADDER_DIVISOR = 600;

/** The whole platform on free ports of loopback, with state of its own. */
export async function openPlatform(
  signal: AbortSignal,
  report: (line: string) => void,
): Promise<ChaosPlatform> {
  const stateDir = await mkdtemp(join(tmpdir(), 'kenali-chaos-'));
  const { environment, ...context } = createTestContext();
  const fleet = createFleet(context.book, async (name) => {
    if (name === 'Postgres') await clearStalePidFile(statePaths(stateDir).postgres);
  });
  const close = async () => {
    await fleet.stop();
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const ports = await findFreePorts();
    const platform = await startPlatform(
      { ports, stateDir },
      {
        ...context,
        signal,
        report,
        book: fleet.book,
        environment: {
          ...environment,
          KENALI_DANGEROUS_LADDER_DIVISOR: String(LADDER_DIVISOR),
        },
      },
    );
    return { platform, fleet, close };
  } catch (error) {
    await close();
    throw error;
  }
}
