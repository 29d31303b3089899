import { randomUUID } from 'node:crypto';
import type { DevContext } from '../processes/process-book.js';
import { runTogether } from '../processes/run-together.js';
import type { Layer } from './layers.js';
import { stopLeftovers, TEST_RUN_VARIABLE } from './leftovers.js';
import { runLayer } from './run-layer.js';
import { formatTally, type Tally } from './test-tally.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

/**
 * Runs lanes side by side. The first one tells as it goes; what a layer of another one tells comes in one
 * piece when the layer has ended.
 */
export async function runLanes(
  lanes: readonly (readonly Layer[])[],
  environment: ProcessEnvironment,
  context: DevContext,
): Promise<readonly Tally[]> {
  const tasks = lanes.map((lane, number) => async (signal: AbortSignal) => {
    const run = number === 0 ? runOne : runHeldBack;
    const tallies: Tally[] = [];
    for (const layer of lane) {
      tallies.push(await run(layer, environment, { ...context, signal }));
    }
    return tallies;
  });
  return (await runTogether<Tally[][]>(context.signal, tasks)).flat();
}

async function runHeldBack(
  layer: Layer,
  environment: ProcessEnvironment,
  context: DevContext,
): Promise<Tally> {
  const held: string[] = [];
  const report = (line: string) => {
    held.push(line);
  };
  try {
    return await runOne(layer, environment, { ...context, report });
  } finally {
    held.forEach(context.report);
  }
}

/** Each layer has a mark of its own: what it leaves behind is ended, and nothing of another lane. */
async function runOne(
  layer: Layer,
  environment: ProcessEnvironment,
  context: DevContext,
): Promise<Tally> {
  const { report } = context;
  const testRun = randomUUID();
  report(`\n── ${layer}`);
  const startedAt = Date.now();
  const marked = { ...environment, [TEST_RUN_VARIABLE]: testRun };
  const tally = await runLayer(layer, marked, context).finally(() =>
    stopLeftovers(testRun, report),
  );
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  report(`${layer}: ${formatTally(tally)} (${seconds} s)`);
  return tally;
}
