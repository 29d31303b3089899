import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearStalePidFile } from '../../../dev/servers/postgres-pid-file.js';
import { statePaths } from '../../../dev/state/state-paths.js';
import { openOwnPlatform, type OwnPlatform } from '../../support/open-own-platform.js';
import { createTestContext } from '../../support/start-servers.js';
import { createFleet, type Fleet } from './fleet.js';

export interface ChaosPlatform extends OwnPlatform {
  readonly fleet: Fleet;
}

/**
 * Three days of tries at a callback become nine minutes: 8 ms, half a second, 3 s, 12 s, 30 s …
 * The ladder keeps its ten tries and its proportions.
 */
const LADDER_DIVISOR = 600;

/** The whole platform, of which every process can be killed. */
export async function openPlatform(
  signal: AbortSignal,
  report: (line: string) => void,
): Promise<ChaosPlatform> {
  const stateDir = await mkdtemp(join(tmpdir(), 'kenali-chaos-'));
  const { environment, ...context } = createTestContext();
  const fleet = createFleet(context.book, async (name) => {
    if (name === 'Postgres') await clearStalePidFile(statePaths(stateDir).postgres);
  });
  const opened = await openOwnPlatform(
    stateDir,
    {
      ...context,
      signal,
      report,
      book: fleet.book,
      environment: { ...environment, KENALI_DANGEROUS_LADDER_DIVISOR: String(LADDER_DIVISOR) },
    },
    () => fleet.stop(),
  );
  return { ...opened, fleet };
}
