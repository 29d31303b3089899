import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../processes/run-command.js';
import type { DevContext } from '../processes/process-book.js';
import type { Layer } from './layers.js';
import { listTools } from './list-tools.js';
import { addTallies, tallyVitestReport, type Tally } from './test-tally.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

/** A layer that hangs is a failed one; the slowest takes some minutes. */
const LAYER_TIMEOUT_MS = 30 * 60_000;

/** `environment` is what tests need to know besides the surroundings. */
export async function runLayer(
  layer: Layer,
  environment: ProcessEnvironment,
  context: DevContext,
): Promise<Tally> {
  const limited = {
    ...context,
    environment: { ...context.environment, ...environment },
    signal: AbortSignal.any([context.signal, AbortSignal.timeout(LAYER_TIMEOUT_MS)]),
  };
  if (layer !== 'lint' && layer !== 'types') return runVitest(layer, limited);
  // The success of a tool is one check; every other layer is a Vitest project.
  const tools = await listTools(context.root, layer);
  // At once: each of them computes on one core.
  const tallies = await Promise.all(
    tools.map(async ([command, ...args]) => {
      const isPassed = await runTool(command, args, limited);
      context.report(`${isPassed ? '✓' : '✗'} ${[command, ...args].join(' ')}`);
      return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 };
    }),
  );
  return addTallies(tallies);
}

async function runVitest(project: string, context: DevContext): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'kenali-report-'));
  const reportPath = join(folder, 'report.json');
  try {
    const isPassed = await runTool(
      'vitest',
      [
        ...['run', '--project', project],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`],
      ],
      context,
    );
    return tallyVitestReport(await readFile(reportPath, 'utf8').catch(() => null), !isPassed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runTool(
  command: string,
  args: readonly string[],
  { book, root, environment, signal, report }: DevContext,
): Promise<boolean> {
  try {
    await book.run({
      command: join(root, 'node_modules', '.bin', command),
      args,
      cwd: root,
      environment,
      signal,
      onLine: report,
    });
    return true;
  } catch (error) {
    if (error instanceof CommandError) return false;
    if (!isTimeout(error)) throw error;
    report(`${command} took longer than ${String(LAYER_TIMEOUT_MS / 60_000)} minutes`);
    return false;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
