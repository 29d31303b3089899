/** `npm test`: runs all checks, see `TEST_USAGE`. Ends with the line `N passed, N failed`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevContext } from './dev-context.js';
import { readOperatorSettings } from './operator-settings.js';
import type { DevContext } from './processes/process-book.js';
import { StopRequested } from './stop-request.js';
import { SYSTEM_PACKAGES_VARIABLE } from './testing/find-chromium.js';
import {
  parseTestArguments,
  splitIntoLanes,
  SYSTEM_PACKAGES_FLAG,
  TEST_USAGE,
  type Layer,
} from './testing/layers.js';
import { prepareLayers } from './testing/prepare-layers.js';
import { runLanes } from './testing/run-lanes.js';
import { addTallies, formatTally, type Tally } from './testing/test-tally.js';

const STOPPED_EXIT_CODE = 130;

async function runLayers(layers: readonly Layer[], context: DevContext): Promise<Tally> {
  const prepared = await prepareLayers(layers, context);
  const scratch = await mkdtemp(join(tmpdir(), 'kenali-test-'));
  const environment = {
    ...prepared,
    // A test that is interrupted leaves its folders here.
    TMPDIR: scratch,
    ...(!process.stdout.isTTY && { NO_COLOR: '1' }),
  };
  try {
    return addTallies(await runLanes(splitIntoLanes(layers), environment, context));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(TEST_USAGE);
    return 0;
  }
  try {
    const layers = parseTestArguments(args);
    const context = createDevContext(readOperatorSettings(process.env), {
      ...process.env,
      ...(args.includes(SYSTEM_PACKAGES_FLAG) && { [SYSTEM_PACKAGES_VARIABLE]: 'true' }),
    });
    const total = await runLayers(layers, context);
    console.log(`\n${formatTally(total)}`);
    return total.failed === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof StopRequested) {
      console.log(`\n${error.message}.`);
      return STOPPED_EXIT_CODE;
    }
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    console.log(`\n${formatTally({ passed: 0, failed: 1 })}`);
    return 1;
  }
}

// Explicit, because an open handle must not keep a finished run alive.
process.exit(await main());
